package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a student reads of themselves, newest first, under row-level security: nobody else's rows, whatever is asked. Words come sealed. */
@ApplicationScoped
public class OwnReads {

    private static final String CELLS = """
            select n.path, e.cell_id, max(e.cell_index) as cell_index, count(*) as runs,
                count(*) filter (where e.event_type = 'cell_error') as errors,
                coalesce(sum(e.duration_ms), 0)::bigint as total_ms, max(e.received_at) as last_run_at
            from learning_events e left join notebooks n on n.id = e.notebook_id
            where e.class_id = $1 and e.user_id = $2 and e.log_ms >= $3 and e.event_type in ('cell_executed', 'cell_error')
            group by n.path, e.cell_id, case when e.cell_id is null then e.cell_index end
            order by last_run_at desc
            limit $4""";

    private static final String HELP = """
            select log_ms, log_seq, state, asked_at, ended_at, event_id, sealed from help_requests
            where class_id = $1 and user_id = $2
            order by log_ms desc, log_seq desc
            limit $3""";

    private static final String HINTS = """
            select h.id, n.path, h.cell_id, h.sent_at, h.seen_at, h.event_id, h.sealed
            from hints h left join notebooks n on n.id = h.notebook_id
            where h.class_id = $1 and h.user_id = $2
            order by h.log_ms desc, h.log_seq desc
            limit $3""";

    /**
     * The runs of one cell.
     *
     * @param totalMs kernel time of all of them, in milliseconds
     */
    public record CellRow(
            @Nullable String notebookPath,
            @Nullable String cellId,
            @Nullable Integer cellIndex,
            long runs,
            long errors,
            long totalMs,
            Instant lastRunAt) {}

    /** A request for help as it is stored: one that silence ends is open until the student's next. */
    public record HelpRow(
            String request,
            String state,
            Instant askedAt,
            @Nullable Instant endedAt,
            String eventId,
            byte[] sealed) {}

    /** A hint. */
    public record HintRow(
            UUID id,
            @Nullable String notebookPath,
            @Nullable String cellId,
            Instant sentAt,
            @Nullable Instant seenAt,
            String eventId,
            byte[] sealed) {}

    private final ReadAs readAs;

    OwnReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** The cells that the student ran since then, by the log's clock. */
    public Uni<List<CellRow>> cells(UUID student, UUID classId, Instant since, int limit) {
        Tuple parameters = Tuple.of(classId, student, since.toEpochMilli(), limit);
        return readAs.user(student, connection -> Statements.list(connection, CELLS, parameters, OwnReads::cell));
    }

    /** The student's latest requests for help. */
    public Uni<List<HelpRow>> help(UUID student, UUID classId, int limit) {
        Tuple parameters = Tuple.of(classId, student, limit);
        return readAs.user(student, connection -> Statements.list(connection, HELP, parameters, OwnReads::help));
    }

    /** The latest hints for the student. */
    public Uni<List<HintRow>> hints(UUID student, UUID classId, int limit) {
        Tuple parameters = Tuple.of(classId, student, limit);
        return readAs.user(student, connection -> Statements.list(connection, HINTS, parameters, OwnReads::hint));
    }

    private static CellRow cell(Row row) {
        return new CellRow(
                row.getString("path"),
                row.getString("cell_id"),
                row.getInteger("cell_index"),
                row.getLong("runs"),
                row.getLong("errors"),
                row.getLong("total_ms"),
                at(row, "last_run_at"));
    }

    private static HelpRow help(Row row) {
        return new HelpRow(
                EventRows.id(row).toString(),
                row.getString("state"),
                at(row, "asked_at"),
                EventRows.instant(row, "ended_at"),
                row.getString("event_id"),
                row.getBuffer("sealed").getBytes());
    }

    private static HintRow hint(Row row) {
        return new HintRow(
                row.getUUID("id"),
                row.getString("path"),
                row.getString("cell_id"),
                at(row, "sent_at"),
                EventRows.instant(row, "seen_at"),
                row.getString("event_id"),
                row.getBuffer("sealed").getBytes());
    }

    private static Instant at(Row row, String column) {
        return Objects.requireNonNull(EventRows.instant(row, column));
    }
}
