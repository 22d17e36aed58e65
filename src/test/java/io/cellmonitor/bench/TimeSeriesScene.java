package io.cellmonitor.bench;

import io.cellmonitor.influx.RunningInflux;

/** All that runs while points are measured: the application writes to {@code server}, and its PostgreSQL takes no events. */
record TimeSeriesScene(
        Settings settings, Redis redis, Postgres postgres, Application application, Wrk wrk, RunningInflux server) {}
