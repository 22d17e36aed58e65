package io.cellmonitor.bench;

/** All that runs during the measurements. */
record Scene(
        Settings settings, Redis redis, Postgres postgres, Application application, NoOp noOp, School school, Wrk wrk) {

    Wrk.Result post(String url, int connections, int eventsPerBody, int seconds) {
        Wrk.Result result = wrk.post(url, connections, eventsPerBody, seconds);
        if (result.refused() > 0) {
            Progress.say("%d requests were refused", result.refused());
        }
        return result;
    }

    Backlog backlog() {
        return new Backlog(redis);
    }

    Conditions conditions() {
        return new Conditions(settings, redis, postgres);
    }

    int seconds() {
        return settings.seconds();
    }

    /** For the JIT compiler. */
    int warmUpSeconds() {
        return settings.isShort() ? 2 : 8;
    }
}
