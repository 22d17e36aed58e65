package io.cellmonitor.bench;

import java.io.IOException;

/** All that runs during the measurements. */
record Scene(
        Settings settings, Redis redis, Postgres postgres, Application application, NoOp noOp, School school, Wrk wrk) {

    private static final int WARM_UPS = 15;
    private static final int ENOUGH_EVENTS = 100_000;
    /** Of a processor: with more than that the JIT compiler is still at work, and is measured instead. */
    private static final double COMPILING = 0.1;

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

    /** Posts until the server's JIT compiler has little to do and enough is answered. Few connections first, for cold code answers slowly. */
    void warmUp(String url, ProcessFigures server, int connections, int eventsPerBody, Runnable settle) {
        long events =
                post(url, Math.min(8, connections), eventsPerBody, seconds()).events();
        for (int tries = 0; tries < WARM_UPS; tries++) {
            double before = server.compilerSeconds();
            Wrk.Result result = post(url, connections, eventsPerBody, seconds());
            settle.run();
            events += result.events();
            double compiling = (server.compilerSeconds() - before) / result.seconds();
            if (compiling < COMPILING && events >= ENOUGH_EVENTS) {
                return;
            }
        }
    }
}
