package io.cellmonitor.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How long a database takes to answer: {@code database_query_duration_seconds}. Safe from any thread. */
public final class QueryTimes {

    private final MeterRegistry registry;
    private final String database;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** {@code database}: {@code postgresql}, {@code redis} or {@code influxdb}. */
    public QueryTimes(MeterRegistry registry, String database) {
        this.registry = registry;
        this.database = database;
    }

    /** Counts an answer that was asked for at {@code since} ({@link System#nanoTime()}). */
    public void answered(String queryType, long since) {
        of(queryType).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    /** {@code queryType} is one of few: a statement's first word, a command. */
    Timer of(String queryType) {
        Timer known = timers.get(queryType);
        return known != null
                ? known
                : timers.computeIfAbsent(
                        queryType,
                        type -> Histograms.timer(
                                registry,
                                "database.query.duration",
                                "From a query's sending to its answer",
                                Tags.of("database", database, "query_type", type)));
    }
}
