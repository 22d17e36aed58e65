package io.cellmonitor.bench;

import java.io.IOException;

/** Where and with what it was measured. */
final class Conditions {

    private final Redis redis;
    private final Postgres postgres;

    Conditions(Redis redis, Postgres postgres) {
        this.redis = redis;
        this.postgres = postgres;
    }

    /** The machine and the versions, as a section of the document. */
    String section() throws IOException {
        return """
                ## Where it ran

                %s: on it ran the application, the load generators, the baselines, Redis and PostgreSQL, all at once; a section's load average tells what else
                did. Java %s, the application with `%s`. Redis %s, appendonly, appendfsync always; PostgreSQL %s with Debian's settings, every commit fsynced.
                Load by wrk (closed loop, peaks) and Vert.x (open loop); latencies by HdrHistogram.

                ## Peaks, against bare baselines

                Each pair in the order baseline, ours, baseline, ours, and so on; both sides as fast as they go, by the same generator where there is one. Ratios are
                those of a round. CPU-seconds are those of the measured server's process alone.
                """.formatted(
                        Machine.description(),
                        Runtime.version(),
                        String.join(" ", Application.JAVA_OPTIONS),
                        redis.version(),
                        postgres.value("show server_version"));
    }
}
