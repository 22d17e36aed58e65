package io.cellmonitor.store.timeseries;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Answers from the events themselves, as the login for reports. */
@ApplicationScoped
@Typed(PostgresTimeSeries.class)
public class PostgresTimeSeries implements TimeSeriesStore {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    // Every run is in the index idx_events_runs, with all that these ask for.
    private static final String RANGE = """
            from learning_events e left join notebooks n on n.id = e.notebook_id
            where e.class_id = $1 and e.event_type in ('cell_executed', 'cell_error')
              and e.happened_at >= $2::timestamptz and e.happened_at < $3::timestamptz
            """;

    private static final String ACTIVITY = """
            select %s as start, e.user_id, count(*) as runs, avg(e.duration_ms)::double precision as mean
            """ + RANGE + """
            group by 1, 2 order by 1, 2 limit $4""";

    private static final String ERROR_RATE = """
            select %s as start, n.path, count(*) as runs, avg((e.event_type = 'cell_error')::int)::double precision as rate
            """ + RANGE + """
            group by 1, 2 order by 1, 2 limit $4""";

    private static final String FAILED = """
            select e.happened_at, e.user_id, n.path, e.cell_index, e.error_shape
            """ + RANGE + """
            and e.event_type = 'cell_error'
            order by e.happened_at desc, e.log_ms desc, e.log_seq desc limit $4""";

    private final Pool pool;

    PostgresTimeSeries(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return list(
                ACTIVITY.formatted(start(intervals)),
                range(classId, from, to).addInteger(limit).addValue(unit(intervals)),
                row -> new Activity(
                        time(row, "start"), row.getUUID("user_id"), row.getLong("runs"), row.getDouble("mean")));
    }

    @Override
    public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return list(
                ERROR_RATE.formatted(start(intervals)),
                range(classId, from, to).addInteger(limit).addValue(unit(intervals)),
                row -> new ErrorRate(
                        time(row, "start"), row.getString("path"), row.getLong("runs"), row.getDouble("rate")));
    }

    @Override
    public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
        return list(
                FAILED,
                range(classId, from, to).addInteger(limit),
                row -> new FailedRun(
                        time(row, "happened_at"),
                        row.getUUID("user_id"),
                        row.getString("path"),
                        row.getInteger("cell_index"),
                        row.getString("error_shape")));
    }

    private <T> Uni<List<T>> list(String sql, Tuple parameters, Function<Row, T> reading) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> {
                    List<T> list = new ArrayList<>();
                    rows.forEach(row -> list.add(reading.apply(row)));
                    return list;
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** The beginning of a run's interval; {@code $5} is {@link #unit}. */
    private static String start(Intervals intervals) {
        if (intervals.length().compareTo(Intervals.DAY) < 0) {
            return "date_bin(make_interval(secs => $5::bigint / 1000.0), e.happened_at, 'epoch'::timestamptz)";
        }
        String unit = intervals.length().equals(Intervals.WEEK) ? "week" : "day";
        return "date_trunc('" + unit + "', e.happened_at, $5::text)";
    }

    /** Milliseconds of a part of a day, the zone of days and weeks. */
    private static Object unit(Intervals intervals) {
        return intervals.length().compareTo(Intervals.DAY) < 0
                ? intervals.length().toMillis()
                : intervals.zone().getId();
    }

    private static Tuple range(UUID classId, Instant from, Instant to) {
        return Tuple.of(classId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
