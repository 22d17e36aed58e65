package io.cellmonitor.bench;

import java.io.IOException;

/** All that runs during the measurements. */
record Scene(
        Settings settings, Redis redis, Postgres postgres, Application application, NoOp noOp, School school, Wrk wrk) {

    private static final int WARM_UPS = 6;
    private static final int ENOUGH_EVENTS = 100_000;
    private static final double WORTH_ANOTHER = 1.1;

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

    /**
     * Posts until it gets no faster and has answered enough: then the JIT compiler has done its work. Few connections first, for cold code
     * answers slowly.
     */
    void warmUp(String url, int connections, int eventsPerBody, Runnable settle) {
        long events =
                post(url, Math.min(8, connections), eventsPerBody, seconds()).events();
        double best = 0;
        for (int tries = 0; tries < WARM_UPS; tries++) {
            Wrk.Result result = post(url, connections, eventsPerBody, seconds());
            settle.run();
            events += result.events();
            if (result.perSecond() < WORTH_ANOTHER * best && events >= ENOUGH_EVENTS) {
                return;
            }
            best = Math.max(best, result.perSecond());
        }
    }
}
