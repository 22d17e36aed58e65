package io.cellmonitor.store.timeseries;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Answers from the events themselves, as the login for reports. */
@ApplicationScoped
public class PostgresTimeSeries implements TimeSeriesStore {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    // Ingest drops event times more than a day ahead of the log, so the index on the log's time bounds the search.
    private static final String RUNS = """
            with runs as (
                select coalesce(e.event_time, e.received_at) as at, e.*, n.path
                from learning_events e left join notebooks n on n.id = e.notebook_id
                where e.class_id = $1 and e.event_type in ('cell_executed', 'cell_error')
                  and e.log_ms >= (extract(epoch from $2::timestamptz - interval '1 day') * 1000)::bigint
                  and coalesce(e.event_time, e.received_at) >= $2::timestamptz
                  and coalesce(e.event_time, e.received_at) < $3::timestamptz)
            """;

    private static final String INTERVAL =
            "date_bin(make_interval(secs => $4::bigint / 1000.0), at, 'epoch'::timestamptz) as interval";

    private static final String ACTIVITY = RUNS + "select " + INTERVAL + """
            , user_id, count(*) as runs, avg(duration_ms)::double precision as mean
            from runs group by 1, 2 order by 1, 2""";

    private static final String ERROR_RATE = RUNS + "select " + INTERVAL + """
            , path, count(*) as runs, avg((event_type = 'cell_error')::int)::double precision as rate
            from runs group by 1, 2 order by 1, 2""";

    private static final String FAILED = RUNS + """
            select at, user_id, path, cell_index, error_shape from runs where event_type = 'cell_error'
            order by at desc, log_ms desc, log_seq desc limit $4""";

    private final Pool pool;

    PostgresTimeSeries(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Duration interval) {
        return list(
                ACTIVITY,
                range(classId, from, to).addLong(interval.toMillis()),
                row -> new Activity(
                        time(row, "interval"), row.getUUID("user_id"), row.getLong("runs"), row.getDouble("mean")));
    }

    @Override
    public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Duration interval) {
        return list(
                ERROR_RATE,
                range(classId, from, to).addLong(interval.toMillis()),
                row -> new ErrorRate(
                        time(row, "interval"), row.getString("path"), row.getLong("runs"), row.getDouble("rate")));
    }

    @Override
    public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
        return list(
                FAILED,
                range(classId, from, to).addInteger(limit),
                row -> new FailedRun(
                        time(row, "at"),
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

    private static Tuple range(UUID classId, Instant from, Instant to) {
        return Tuple.of(classId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
