package io.cellmonitor.store.timeseries;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers from InfluxDB's {@code cell_executions}; fails after 5 s. */
final class InfluxTimeSeries implements TimeSeriesStore {

    private static final String RANGE =
            " FROM \"" + Measurements.RUNS + "\" WHERE \"class_id\" = $class AND time >= $from AND time < $to";

    private static final String TOTALS = "SELECT COUNT(\"error\") AS \"runs\", SUM(\"error\") AS \"failed\","
            + " COUNT(\"execution_duration_ms\") AS \"timed\", SUM(\"execution_duration_ms\") AS \"duration\"" + RANGE
            + " GROUP BY ";

    private static final String FAILED =
            "SELECT \"cell_index\", \"error_message\", \"error\", \"user_id\", \"notebook_path\"" + RANGE
                    + " AND \"event_type\" = 'cell_error' ORDER BY time DESC LIMIT ";

    /** What a row of totals is about: an interval, and a student or a notebook (null: none). */
    private record Of(Instant interval, @Nullable String whose) {}

    private static final Comparator<Map.Entry<Of, RunTotals>> ORDER =
            Comparator.<Map.Entry<Of, RunTotals>, Instant>comparing(
                            row -> row.getKey().interval())
                    .thenComparing(row -> row.getKey().whose(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final InfluxQuery query;

    InfluxTimeSeries(InfluxQuery query) {
        this.query = query;
    }

    @Override
    public Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return totals("user_id", classId, from, to, intervals)
                .map(rows -> rows.stream()
                        .filter(row -> row.getKey().whose() != null)
                        .limit(limit)
                        .map(row -> new Activity(
                                row.getKey().interval(),
                                UUID.fromString(
                                        Objects.requireNonNull(row.getKey().whose())),
                                row.getValue().runs(),
                                row.getValue().meanDurationMs()))
                        .toList());
    }

    @Override
    public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return totals("notebook_path", classId, from, to, intervals)
                .map(rows -> rows.stream()
                        .limit(limit)
                        .map(row -> new ErrorRate(
                                row.getKey().interval(),
                                row.getKey().whose(),
                                row.getValue().runs(),
                                row.getValue().errorRate()))
                        .toList());
    }

    @Override
    public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
        return query.rows(FAILED + limit, range(classId, from, to))
                .map(rows -> rows.stream()
                        .map(row -> new FailedRun(
                                Instant.ofEpochMilli(row.number("time")),
                                UUID.fromString(Objects.requireNonNull(row.text("user_id"))),
                                row.text("notebook_path"),
                                row.get("cell_index") instanceof Number index ? index.intValue() : null,
                                row.text("error_message")))
                        .toList());
    }

    private Uni<List<Map.Entry<Of, RunTotals>>> totals(
            String tag, UUID classId, Instant from, Instant to, Intervals intervals) {
        String pieces = InfluxIntervals.of(intervals, from, to).groupBy();
        Function<InfluxQuery.Row, Of> of =
                row -> new Of(intervals.startOf(Instant.ofEpochMilli(row.number("time"))), row.text(tag));
        return query.rows(TOTALS + pieces + ", \"" + tag + "\" fill(none)", range(classId, from, to))
                .map(rows -> {
                    Map<Of, RunTotals> totals = new HashMap<>();
                    rows.forEach(row -> totals.merge(of.apply(row), totals(row), RunTotals::and));
                    return totals.entrySet().stream().sorted(ORDER).toList();
                });
    }

    private static RunTotals totals(InfluxQuery.Row row) {
        return new RunTotals(row.number("runs"), row.number("failed"), row.number("timed"), row.number("duration"));
    }

    private static Map<String, Object> range(UUID classId, Instant from, Instant to) {
        return Map.of(
                "class",
                classId.toString(),
                "from",
                PointTime.ofMillis(from.toEpochMilli()),
                "to",
                PointTime.ofMillis(to.toEpochMilli()));
    }
}
