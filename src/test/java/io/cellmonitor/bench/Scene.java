package io.cellmonitor.bench;

import java.io.IOException;

/** All that runs during the measurements. */
record Scene(
        Settings settings, Redis redis, Postgres postgres, Application application, NoOp noOp, School school, Wrk wrk) {

    private static final int MOST_FIRST_POSTS = 15;
    private static final int ENOUGH_EVENTS = 100_000;

    Wrk.Result post(String url, int connections, int eventsPerBody, int seconds) {
        Wrk.Result result = wrk.post(url, connections, eventsPerBody, seconds);
        if (result.refused() > 0) {
            Progress.say("%d requests were refused", result.refused());
        }
        return result;
    }

    /** The same with a class that has no past: what a class has had on its day is read when somebody begins to watch it. */
    Scene withNewClass() throws IOException, InterruptedException {
        School fresh = School.open(application);
        return new Scene(settings, redis, postgres, application, noOp, fresh, new Wrk(settings, fresh.key()));
    }

    Backlog backlog() {
        return new Backlog(redis, "relational");
    }

    Conditions conditions() {
        return new Conditions(redis, postgres);
    }

    int seconds() {
        return settings.seconds();
    }

    /** Posts until the server's JIT compilers have little to do and enough is answered. Few connections first, for cold code answers slowly. */
    void warmUp(String url, ProcessFigures server, int connections, int eventsPerBody, Runnable settle)
            throws Exception {
        long answered =
                post(url, Math.min(8, connections), eventsPerBody, seconds()).events();
        for (int posts = 0; answered < ENOUGH_EVENTS && posts < MOST_FIRST_POSTS; posts++) {
            answered += post(url, connections, eventsPerBody, seconds()).events();
            settle.run();
        }
        WarmUp.of(server, () -> {
            double seconds = post(url, connections, eventsPerBody, seconds()).seconds();
            settle.run();
            return seconds;
        });
    }
}
