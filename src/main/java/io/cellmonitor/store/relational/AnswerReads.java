package io.cellmonitor.store.relational;

import io.cellmonitor.event.LoggedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What the students of a class have in one cell, under row-level security. Words and names come sealed. */
@ApplicationScoped
public class AnswerReads {

    // The runs come out of their index alone; of the latest ones, and only of a page, the rows are read.
    private static final String LATEST = """
            with latest as (
                select e.user_id, max(e.happened_at) as at, count(*) as runs
                from learning_events e
                where e.class_id = $1 and e.notebook_id = any ($2::uuid[]) and e.event_type in ('cell_executed', 'cell_error')
                  and (e.cell_id = $3 or (e.cell_id is null and '#' || e.cell_index = $3))
                  and e.happened_at >= $4::timestamptz and e.happened_at < $5::timestamptz
                group by e.user_id
                having (max(e.happened_at), e.user_id) < ($6::timestamptz, $7::uuid)
                order by 2 desc, 1 desc
                limit $8)
            select r.*, l.at, l.runs, w.display_name
            from latest l
            join users w on w.id = l.user_id
            cross join lateral (""" + EventRows.SELECT + """
                where e.class_id = $1 and e.notebook_id = any ($2::uuid[]) and e.event_type in ('cell_executed', 'cell_error')
                  and (e.cell_id = $3 or (e.cell_id is null and '#' || e.cell_index = $3))
                  and e.happened_at = l.at and e.user_id = l.user_id
                order by e.log_ms desc, e.log_seq desc
                limit 1) as r
            order by l.at desc, l.user_id desc""";

    /**
     * A student's latest run of a cell.
     *
     * @param at by the sender's clock
     * @param runs of the student and cell
     */
    public record LatestRun(LoggedEvent event, Instant at, long runs) {}

    /** Where a page begins: behind this run. */
    public record Place(Instant at, UUID student) {}

    private final ReadAs readAs;

    AnswerReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /**
     * Up to {@code limit} runs in the notebook or a copy of it, whatever that is called, newest first.
     *
     * @param cell a cell's id, or {@code #} and its index where it has none
     */
    public Uni<List<LatestRun>> latest(
            UUID caller, UUID classId, UUID notebook, String cell, Instant from, Instant to, Place before, int limit) {
        return readAs.user(
                caller,
                connection -> RenamedCopies.of(connection, classId).chain(renamed -> {
                    Tuple parameters = Tuple.of(classId, renamed.family(notebook), cell)
                            .addOffsetDateTime(utc(from))
                            .addOffsetDateTime(utc(to))
                            .addOffsetDateTime(utc(before.at()))
                            .addUUID(before.student())
                            .addInteger(limit);
                    return Statements.list(connection, LATEST, parameters, AnswerReads::run);
                }));
    }

    private static LatestRun run(Row row) {
        LoggedEvent event = EventRows.event(row);
        String name = row.getString("display_name");
        byte[] sealedName = name == null ? new byte[0] : Base64.getDecoder().decode(name);
        return new LatestRun(
                new LoggedEvent(event.id(), event.envelope(), event.sealed(), sealedName),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("runs"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
