package io.cellmonitor.bench;

import io.cellmonitor.influx.RunningInflux;
import io.cellmonitor.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The pairs of the time series, each on servers and with an application of its own. InfluxDB is the limit where it is the server, so the same is
 * measured with a server that only takes the lines: there our own costs show.
 */
final class TimeSeriesPairs {

    static final String SINK = "sink";
    static final String POINTS = "points";
    private static final String SECTION = """
            ## The time series, against a bare client of the line protocol

            Only InfluxDB's group reads here; what is read was in the log before. Debian has InfluxDB 1.6, so a stand-in before it speaks as 2.x does, and both
            sides write through it. It is the limit of both, which hides what we cost; so the same once more to a bare server that only takes the
            lines. No goal is set for either.
            """;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Report report;
    private final Settings settings;

    TimeSeriesPairs(Report report) {
        this.report = report;
        this.settings = report.settings();
    }

    /** The sink is needed for both: it keeps the lines that the bare client posts. */
    void measure() throws Exception {
        if (!settings.wants(SINK) && !settings.wants(POINTS)) {
            return;
        }
        report.write("time-series", SECTION);
        Path lines = settings.folder().resolve("lines.txt");
        try (LineSink sink = LineSink.start(settings.folder(), lines)) {
            measure(SINK, sink.server(), lines);
        }
        if (settings.wants(POINTS)) {
            try (DebianInfluxProcess influx = DebianInfluxProcess.start(settings.folder())) {
                measure(POINTS, influx.server(), lines);
            }
        }
    }

    private void measure(String name, RunningInflux server, Path lines) throws Exception {
        Progress.say("%s: starting Redis, PostgreSQL and the application", name);
        Map<String, String> influx = Map.of(
                "CELL_MONITOR_INFLUX_URL", server.url().toString(),
                "CELL_MONITOR_INFLUX_TOKEN", server.token(),
                "CELL_MONITOR_INFLUX_ORG", server.org());
        try (Redis redis = Redis.start(settings.folder(), Ports.free());
                Postgres postgres = new Postgres();
                ReaderPaused paused = ReaderPaused.of(postgres, "relational");
                Application application = Application.start(settings, redis, postgres, influx)) {
            Wrk wrk = new Wrk(settings, School.open(application).key());
            TimeSeriesScene scene = new TimeSeriesScene(settings, redis, postgres, application, wrk, server);
            PointsPair pair = new PointsPair(name, scene, lines);
            Await.until(
                    "the group",
                    LIMIT,
                    () -> !new Backlog(redis, PointsPair.GROUP).place().isEmpty());
            if (settings.wants(name)) {
                report.measure(pair, application);
            } else {
                pair.warmUp();
            }
        }
    }
}
