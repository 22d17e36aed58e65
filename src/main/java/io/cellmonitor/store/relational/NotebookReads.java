package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a class did with one notebook, over all students, under row-level security: {@code caller} sees the sums of what they may see. Times
 * are by the senders' clocks (the log's for events without a time), ranges from (inclusive) to (exclusive).
 */
@ApplicationScoped
public class NotebookReads {

    private static final String RUNS = """
            from learning_events e
            where e.class_id = $1 and e.notebook_id = $2 and e.event_type in ('cell_executed', 'cell_error')
              and (e.cell_id is not null or e.cell_index is not null)
            """;

    private static final String DURATIONS = """
            select e.cell_id, mode() within group (order by e.cell_index) as cell_index, count(*) as runs,
                count(*) filter (where e.event_type = 'cell_error') as errors, count(distinct e.user_id) as students,
                percentile_cont(array[0, 0.25, 0.5, 0.75, 0.95, 1]) within group (order by e.duration_ms) as durations
            """ + RUNS + """
              and e.happened_at >= $3::timestamptz and e.happened_at < $4::timestamptz
            group by e.cell_id, case when e.cell_id is null then e.cell_index end
            order by 2 nulls last, 1
            limit $5""";

    // The same rule as the live picture's: a cell is completed while its latest run went well. $3 are the beginnings of
    // the intervals.
    private static final String PROGRESS = """
            with latest as (
                select distinct on (user_id, cell, nth) user_id, cell, nth, good
                from (
                    select e.user_id, coalesce(e.cell_id, '#' || e.cell_index) collate "C" as cell, e.happened_at,
                        greatest(1, width_bucket(e.happened_at, $3::timestamptz[])) as nth,
                        (e.event_type = 'cell_executed')::int as good
                    """ + RUNS + """
                      and e.happened_at < $4::timestamptz and coalesce(e.cell_type, 'code') = 'code') as runs
                order by user_id, cell, nth, happened_at desc, good),
            changes as (
                select user_id, nth, sum(good - before)::int as change
                from (select user_id, nth, good, lag(good, 1, 0) over (partition by user_id, cell order by nth) as before
                      from latest) as steps
                group by user_id, nth),
            standing as (
                select nth, sum(coalesce(change, 0)) over (partition by user_id order by nth) as completed
                from (select user_id, min(nth) as begun from changes group by user_id) as students
                cross join lateral generate_series(begun, cardinality($3::timestamptz[])) as nth
                left join changes using (user_id, nth))
            select ($3::timestamptz[])[nth] as start, count(*) as students,
                percentile_cont(array[0, 0.25, 0.5, 0.75, 1]) within group (order by least(completed, $5::int)) as quartiles
            from standing
            group by nth
            order by nth""";

    private static final String NOTEBOOK = "select path from notebooks where class_id = $1 and id = $2";

    private static final String CODE_CELLS = """
            select total_cells from learning_events
            where class_id = $1 and notebook_id = $2 and event_type in ('notebook_opened', 'progress_update')
              and total_cells > 0
            order by log_ms desc, log_seq desc
            limit 1""";

    private final ReadAs readAs;

    NotebookReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** The shared path of a notebook of the class; empty when it is none of it. */
    public Uni<Optional<String>> path(UUID caller, UUID classId, UUID notebook) {
        return readAs.user(
                caller,
                connection -> Statements.list(
                                connection, NOTEBOOK, Tuple.of(classId, notebook), row -> row.getString("path"))
                        .map(paths -> paths.stream().findFirst()));
    }

    /** How many code cells the notebook has, as a student's JupyterLab said last; empty when none did. */
    public Uni<Optional<Integer>> codeCells(UUID caller, UUID classId, UUID notebook) {
        return readAs.user(
                caller,
                connection -> Statements.list(
                                connection,
                                CODE_CELLS,
                                Tuple.of(classId, notebook),
                                row -> row.getInteger("total_cells"))
                        .map(totals -> totals.stream().findFirst()));
    }

    /** Up to {@code limit} cells that were run in the range, in the notebook's order. */
    public Uni<List<CellDurations>> durations(
            UUID caller, UUID classId, UUID notebook, Instant from, Instant to, int limit) {
        Tuple parameters = Tuple.of(classId, notebook, utc(from), utc(to), limit);
        return readAs.user(
                caller, connection -> Statements.list(connection, DURATIONS, parameters, NotebookReads::cellDurations));
    }

    /**
     * How far the students were at the end of each interval, by all that they ran since they first saw the notebook. There is no row before
     * the first student's first run; after that each interval has one, also when nothing happened in it.
     *
     * @param starts the beginnings of the intervals, ascending; the last ends at {@code to}
     * @param codeCells what nobody's progress exceeds; null when it is not known
     */
    public Uni<List<ProgressQuartiles>> progress(
            UUID caller, UUID classId, UUID notebook, List<Instant> starts, Instant to, @Nullable Integer codeCells) {
        OffsetDateTime[] beginnings = starts.stream().map(NotebookReads::utc).toArray(OffsetDateTime[]::new);
        Tuple parameters = Tuple.of(classId, notebook)
                .addArrayOfOffsetDateTime(beginnings)
                .addOffsetDateTime(utc(to))
                .addInteger(codeCells);
        return readAs.user(
                caller, connection -> Statements.list(connection, PROGRESS, parameters, NotebookReads::quartiles));
    }

    private static CellDurations cellDurations(Row row) {
        Double[] none = new Double[6];
        Double[] durations = row.getArrayOfDoubles("durations");
        Double[] at = durations == null ? none : durations;
        return new CellDurations(
                row.getString("cell_id"),
                row.getInteger("cell_index"),
                row.getLong("runs"),
                row.getLong("errors"),
                row.getLong("students"),
                at[0],
                at[1],
                at[2],
                at[3],
                at[4],
                at[5]);
    }

    private static ProgressQuartiles quartiles(Row row) {
        Double[] at = row.getArrayOfDoubles("quartiles");
        return new ProgressQuartiles(
                row.getOffsetDateTime("start").toInstant(), row.getLong("students"), at[0], at[1], at[2], at[3], at[4]);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
