package io.cellmonitor.store.relational;

import io.cellmonitor.store.relational.CellStatistics.ErrorCount;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a class did with the code cells of its notebooks, under row-level security: {@code caller} sees the sums of what they may see. Times are by
 * the senders' clocks (the log's for events without a time), ranges from (inclusive) to (exclusive).
 */
@ApplicationScoped
public class CellReads {

    // The cells of a copy keep their ids; one without an id is its place. %s: of which notebooks.
    private static final String STATISTICS = """
            with renamed as (select * from unnest($5::uuid[], $6::uuid[]) as pairs (copy, shared)),
            by_student as (
                select e.user_id, coalesce(m.shared, e.notebook_id) as notebook_id, e.cell_id, case when e.cell_id is null then e.cell_index end as unnamed,
                    max(e.cell_index) as cell_index, count(*) as tries,
                    count(*) filter (where e.event_type = 'cell_error') as errors,
                    extract(epoch from min(e.happened_at) filter (where e.event_type = 'cell_executed') - min(e.happened_at)) as seconds
                from learning_events e left join renamed m on m.copy = e.notebook_id
                where e.class_id = $1 and %1$s and e.event_type in ('cell_executed', 'cell_error')
                  and (e.cell_id is not null or e.cell_index is not null) and coalesce(e.cell_type, 'code') = 'code'
                  and e.happened_at >= $2::timestamptz and e.happened_at < $3::timestamptz
                group by 1, 2, 3, 4),
            failed as (
                select coalesce(m.shared, e.notebook_id) as notebook_id, e.cell_id, case when e.cell_id is null then e.cell_index end as unnamed,
                    coalesce(e.error_name, 'Other') as name, count(distinct e.user_id) as students
                from learning_events e left join renamed m on m.copy = e.notebook_id
                where e.class_id = $1 and %1$s and e.event_type in ('cell_executed', 'cell_error') and e.event_type = 'cell_error'
                  and e.happened_at >= $2::timestamptz and e.happened_at < $3::timestamptz
                group by 1, 2, 3, 4),
            names as (
                select notebook_id, cell_id, unnamed,
                    jsonb_agg(jsonb_build_object('name', name, 'students', students) order by students desc, name) as names
                from failed group by 1, 2, 3),
            cells as (
                select s.notebook_id, s.cell_id, s.unnamed, mode() within group (order by s.cell_index) as cell_index,
                    count(*) as students, count(s.seconds) as succeeded, sum(s.tries)::bigint as runs, sum(s.errors)::bigint as errors,
                    percentile_cont(0.5) within group (order by s.tries) as median_tries,
                    percentile_cont(array[0.5, 0.9]) within group (order by s.seconds::double precision) as seconds,
                    array[count(*) filter (where s.tries = 1), count(*) filter (where s.tries = 2), count(*) filter (where s.tries = 3),
                        count(*) filter (where s.tries = 4), count(*) filter (where s.tries > 4)] as tries
                from by_student s
                group by s.notebook_id, s.cell_id, s.unnamed)
            select c.*, n.path, f.names
            from cells c
            left join notebooks n on n.id = c.notebook_id
            left join names f on f.notebook_id is not distinct from c.notebook_id and f.cell_id is not distinct from c.cell_id
                and f.unnamed is not distinct from c.unnamed
            order by n.path nulls last, c.cell_index nulls last, c.cell_id
            limit $4""";

    private static final String OF_ALL = STATISTICS.formatted("true");
    private static final String OF_NOTEBOOK = STATISTICS.formatted("e.notebook_id = any ($7::uuid[])");

    private final ReadAs readAs;

    CellReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** Up to {@code limit} cells that were run in the range, in the order of the notebooks' paths and of the notebooks. */
    public Uni<List<CellStatistics>> statistics(UUID caller, UUID classId, Instant from, Instant to, int limit) {
        return read(caller, classId, OF_ALL, renamed -> range(classId, from, to, limit, renamed));
    }

    /** The same of one notebook and its copies, whatever they are called. */
    public Uni<List<CellStatistics>> statistics(
            UUID caller, UUID classId, UUID notebook, Instant from, Instant to, int limit) {
        return read(
                caller,
                classId,
                OF_NOTEBOOK,
                renamed -> range(classId, from, to, limit, renamed).addArrayOfUUID(renamed.family(notebook)));
    }

    private Uni<List<CellStatistics>> read(
            UUID caller, UUID classId, String sql, Function<RenamedCopies, Tuple> parameters) {
        return readAs.user(
                caller,
                connection -> RenamedCopies.of(connection, classId)
                        .chain(renamed ->
                                Statements.list(connection, sql, parameters.apply(renamed), CellReads::statistics)));
    }

    private static Tuple range(UUID classId, Instant from, Instant to, int limit, RenamedCopies renamed) {
        return Tuple.of(classId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), limit)
                .addArrayOfUUID(renamed.copies())
                .addArrayOfUUID(renamed.shared());
    }

    private static CellStatistics statistics(Row row) {
        Double[] seconds = row.getArrayOfDoubles("seconds");
        boolean solved = seconds != null && seconds.length == 2;
        return new CellStatistics(
                row.getUUID("notebook_id"),
                row.getString("path"),
                row.getString("cell_id"),
                row.getInteger("cell_index"),
                row.getLong("students"),
                row.getLong("succeeded"),
                row.getLong("runs"),
                row.getLong("errors"),
                row.getDouble("median_tries"),
                solved ? seconds[0] : null,
                solved ? seconds[1] : null,
                Arrays.asList(row.getArrayOfLongs("tries")),
                names(row.getJsonArray("names")));
    }

    private static List<ErrorCount> names(@Nullable JsonArray names) {
        return names == null
                ? List.of()
                : names.stream()
                        .map(JsonObject.class::cast)
                        .map(error -> new ErrorCount(error.getString("name"), error.getLong("students")))
                        .toList();
    }
}
