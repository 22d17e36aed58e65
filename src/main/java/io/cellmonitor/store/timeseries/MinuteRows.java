package io.cellmonitor.store.timeseries;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL says of the minutes of the log, as points: a closed minute gives the same points whenever it is asked. For the students who
 * ran something in a minute, and for no others.
 */
@ApplicationScoped
class MinuteRows {

    static final long MINUTE_MS = 60_000;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String RUNS_OF_MINUTES = """
            from classes c
            join learning_events e on e.class_id = c.id and e.log_ms >= $1 and e.log_ms < $2
            """;

    private static final String PERFORMANCE = """
            select e.log_ms / 60000 as minute, e.class_id, e.user_id, n.path, e.cell_type,
                avg(e.duration_ms)::double precision as mean, max(e.duration_ms) as longest,
                avg((e.event_type = 'cell_error')::int)::double precision as error_rate
            """ + RUNS_OF_MINUTES + """
            left join notebooks n on n.id = e.notebook_id
            where e.event_type in ('cell_executed', 'cell_error')
            group by 1, 2, 3, 4, 5 order by 1""";

    // A cell is completed when it ran well in the session that the student was in at the end of the minute.
    private static final String PROGRESS = """
            with active as (
                select e.log_ms / 60000 as minute, e.class_id, e.user_id, e.notebook_id, max(e.log_ms) as last,
                    (array_agg(e.session_id order by e.log_ms desc, e.log_seq desc))[1] as session_id
                """ + RUNS_OF_MINUTES + """
                where e.notebook_id is not null and e.session_id is not null
                  and e.event_type in ('cell_executed', 'cell_error', 'progress_update')
                group by 1, 2, 3, 4
                having not bool_or(e.event_type = 'progress_update'))
            select a.minute, a.class_id, a.user_id, n.path, n.cell_count as total, done.completed,
                a.last - (extract(epoch from s.started_at) * 1000)::bigint as session_ms
            from active a
            join notebooks n on n.id = a.notebook_id
            join session_keys s on s.id = a.session_id
            cross join lateral (
                select count(distinct coalesce(d.cell_id, d.cell_index::text))::int as completed
                from learning_events d
                where d.user_id = a.user_id and d.session_id = a.session_id and d.event_type = 'cell_executed'
                  and d.log_ms >= (extract(epoch from s.started_at) * 1000)::bigint and d.log_ms <= a.last) as done
            order by a.minute""";

    private static final String FIRST_AFTER = """
            select min(first.log_ms) as log_ms from classes c
            cross join lateral (
                select e.log_ms from learning_events e where e.class_id = c.id and e.log_ms >= $1
                order by e.log_ms, e.log_seq limit 1) as first""";

    private final Pool pool;

    MinuteRows(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    /** Points of the minutes in [{@code fromMs}, {@code toMs}), oldest first. */
    Uni<List<Point>> performance(long fromMs, long toMs) {
        return points(
                PERFORMANCE,
                Tuple.of(fromMs, toMs),
                row -> at(
                        row,
                        on(row, Measurements.PERFORMANCE)
                                .addTag("cell_type", orEmpty(row.getString("cell_type")))
                                .addField("avg_execution_time", row.getDouble("mean"))
                                .addField("max_execution_time", row.getLong("longest"))
                                .addField("error_rate", row.getDouble("error_rate"))));
    }

    /** Points of the minutes in [{@code fromMs}, {@code toMs}) of students whose client sent no progress in them, oldest first. */
    Uni<List<Point>> progress(long fromMs, long toMs) {
        return points(PROGRESS, Tuple.of(fromMs, toMs), row -> {
            Integer completed = row.getInteger("completed");
            Integer total = row.getInteger("total") == 0 ? null : row.getInteger("total");
            Point point = on(row, Measurements.PROGRESS)
                    .addField("completed_cells", completed)
                    .addField("total_cells", total)
                    .addField("session_duration_ms", row.getLong("session_ms"));
            return at(row, Measurements.withPercentage(point, completed, total));
        });
    }

    /** The millisecond of the first event at or after {@code fromMs}; null when there is none. */
    Uni<@Nullable Long> firstAfter(long fromMs) {
        return pool.preparedQuery(FIRST_AFTER)
                .execute(Tuple.of(fromMs))
                .<@Nullable Long>map(rows -> rows.iterator().next().getLong("log_ms"))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private Uni<List<Point>> points(String sql, Tuple range, Function<Row, Point> reading) {
        return pool.preparedQuery(sql)
                .execute(range)
                .map(rows -> {
                    List<Point> points = new ArrayList<>();
                    rows.forEach(row -> points.add(reading.apply(row)));
                    return points;
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static Point on(Row row, String measurement) {
        return Tags.on(measurement, row.getUUID("class_id"), row.getUUID("user_id"), row.getString("path"));
    }

    private static Point at(Row row, Point point) {
        return point.time(PointTime.ofMillis(row.getLong("minute") * MINUTE_MS), WritePrecision.NS);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
