package io.cellmonitor.store.relational;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a class's history, newest first, under row-level security: {@code caller} sees what they may and nothing else. Words and
 * names come sealed.
 */
@ApplicationScoped
public class ClassReads {

    private static final String RUNS = EventRows.SELECT + """
            where e.class_id = $1 and e.user_id = $2 and (e.log_ms, e.log_seq) < ($3, $4)
              and e.event_type in ('cell_executed', 'cell_error')
            order by e.log_ms desc, e.log_seq desc
            limit $5""";

    private static final String ERRORS = EventRows.SELECT.replace("e.hint_id\n", "e.hint_id, u.display_name\n") + """
            where e.class_id = $1 and e.event_type = 'cell_error'
              and e.log_ms >= $2 and e.log_ms < $3 and (e.log_ms, e.log_seq) < ($4, $5)
            order by e.log_ms desc, e.log_seq desc
            limit $6""";

    private static final String LOG = EventRows.FOR_FOLDS.replace("e.hint_id\n", "e.hint_id, u.display_name\n") + """
            where e.class_id = $1 and (e.log_ms, e.log_seq) > ($2, $3) and (e.log_ms, e.log_seq) <= ($4, $5)
            order by e.log_ms, e.log_seq
            limit $6""";

    private static final String RUNS_OF_CELLS = EventRows.SELECT + """
            where e.class_id = $1 and e.user_id = any ($2) and e.log_ms >= $3
              and e.event_type in ('cell_executed', 'cell_error')
              and (e.cell_id = any ($4) or e.cell_id is null and e.cell_index = any ($5))
            order by e.log_ms desc, e.log_seq desc
            limit $6""";

    private static final String SESSIONS = """
            select s.id, s.user_id, u.display_name, s.notebook_id, n.path, s.started_at, s.ended_at, s.total_duration_ms,
                s.cell_executions, s.error_count
            from learning_sessions s
            join users u on u.id = s.user_id
            left join notebooks n on n.id = s.notebook_id
            """;

    private static final String LAST_DAY = SESSIONS + """
            where s.class_id = $1 and s.started_at > now() - interval '1 day'
              and s.started_at <= $2::timestamptz and (s.started_at < $2::timestamptz or s.id > $3)
            order by s.started_at desc, s.id
            limit $4""";

    private static final String OF_NOTEBOOK = SESSIONS + """
            where s.class_id = $1 and s.user_id = $2 and s.notebook_id = $3
            order by s.started_at desc, s.id
            limit $4""";

    private static final String ENROLLED =
            "select 1 from enrolments where class_id = $1 and user_id = $2 and role = 'student'";

    private final ReadAs readAs;

    ClassReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** Whether {@code student} is a student of the class, as far as the caller may know. */
    public Uni<Boolean> isStudent(UUID caller, UUID classId, UUID student) {
        return readAs.user(
                caller,
                connection -> Statements.run(connection, ENROLLED, Tuple.of(classId, student))
                        .map(rows -> rows.size() > 0));
    }

    /** Up to {@code limit} finished runs of a student before a place in the log, with an empty {@code sealedName}. */
    public Uni<List<LoggedEvent>> runs(UUID caller, UUID classId, UUID student, StreamId before, int limit) {
        Tuple parameters = Tuple.of(classId, student, before.milliseconds(), before.sequence(), limit);
        return readAs.user(caller, connection -> Statements.list(connection, RUNS, parameters, EventRows::event));
    }

    /**
     * Up to {@code limit} events of the class after one place in the log up to another, in log order, with their students' sealed names and
     * without the words of runs; fewer is the end.
     */
    public Uni<List<LoggedEvent>> log(UUID caller, UUID classId, StreamId after, StreamId upTo, int limit) {
        Tuple parameters = Tuple.of(classId, after.milliseconds(), after.sequence(), upTo.milliseconds())
                .addLong(upTo.sequence())
                .addInteger(limit);
        return readAs.user(caller, connection -> Statements.list(connection, LOG, parameters, ClassReads::named));
    }

    /** Up to {@code limit} finished runs of these students in any of these cells, since {@code from}, newest first. */
    public Uni<List<LoggedEvent>> runsOfCells(
            UUID caller, UUID classId, Set<UUID> students, Instant from, OwnCells cells, int limit) {
        Tuple parameters = Tuple.of(classId, students.toArray(new UUID[0]), from.toEpochMilli())
                .addValue(cells.ids().toArray(new String[0]))
                .addValue(cells.indexes().toArray(new Integer[0]))
                .addInteger(limit);
        return readAs.user(
                caller, connection -> Statements.list(connection, RUNS_OF_CELLS, parameters, EventRows::event));
    }

    /**
     * What students call a cell in their copies.
     *
     * @param indexes of cells without an id
     */
    public record OwnCells(Set<String> ids, Set<Integer> indexes) {}

    /**
     * Up to {@code limit} runs of the class that failed, with their students' sealed names, that the log took from {@code from} (inclusive) to
     * {@code to} (exclusive), before a place in it.
     */
    public Uni<List<LoggedEvent>> errors(
            UUID caller, UUID classId, Instant from, Instant to, StreamId before, int limit) {
        Tuple parameters = Tuple.of(classId, from.toEpochMilli(), to.toEpochMilli())
                .addLong(before.milliseconds())
                .addLong(before.sequence())
                .addInteger(limit);
        return readAs.user(caller, connection -> Statements.list(connection, ERRORS, parameters, ClassReads::named));
    }

    /** Up to {@code limit} sessions of the class that began in the last day, after a place among them. */
    public Uni<List<StoredSession>> sessionsOfLastDay(UUID caller, UUID classId, SessionPlace after, int limit) {
        Tuple parameters = Tuple.of(classId, after.startedAt().atOffset(ZoneOffset.UTC), after.id(), limit);
        return readAs.user(
                caller, connection -> Statements.list(connection, LAST_DAY, parameters, ClassReads::session));
    }

    /** The last {@code limit} sessions of one student and notebook. */
    public Uni<List<StoredSession>> sessions(UUID caller, UUID classId, UUID student, UUID notebook, int limit) {
        Tuple parameters = Tuple.of(classId, student, notebook, limit);
        return readAs.user(
                caller, connection -> Statements.list(connection, OF_NOTEBOOK, parameters, ClassReads::session));
    }

    private static LoggedEvent named(Row row) {
        LoggedEvent event = EventRows.event(row);
        return new LoggedEvent(event.id(), event.envelope(), event.sealed(), sealedName(row.getString("display_name")));
    }

    private static StoredSession session(Row row) {
        return new StoredSession(
                row.getUUID("id"),
                row.getUUID("user_id"),
                sealedName(row.getString("display_name")),
                row.getUUID("notebook_id"),
                row.getString("path"),
                Objects.requireNonNull(EventRows.instant(row, "started_at")),
                EventRows.instant(row, "ended_at"),
                row.getLong("total_duration_ms"),
                row.getInteger("cell_executions"),
                row.getInteger("error_count"));
    }

    private static byte[] sealedName(@Nullable String name) {
        return name == null ? new byte[0] : Base64.getDecoder().decode(name);
    }
}
