package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves the sessions' counters and ends by the events that were really inserted, and by no others. */
final class SessionCounters {

    // session_keys fixes started_at at first sight. No other writer makes a key of these sessions meanwhile, for their
    // students' rows are locked
    // (RosterUpsert): what is not inserted here is there already.
    private static final String UPSERT = """
            with given as (
                select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::int[], $8::int[])
                    as given (id, class_id, user_id, notebook_id, first, last, executions, errors)),
            fresh as (
                insert into session_keys (id, started_at) select id, first from given order by id
                on conflict (id) do nothing
                returning id, started_at),
            keys as (select * from fresh union all select k.id, k.started_at from session_keys k join given using (id))
            insert into learning_sessions as s (id, class_id, user_id, notebook_id, started_at, ended_at, total_duration_ms,
                cell_executions, error_count)
            select id, class_id, user_id, notebook_id, started_at, last,
                greatest(0, extract(epoch from last - started_at) * 1000)::bigint, executions, errors
            from given join keys using (id)
            order by id
            on conflict (id, user_id, started_at) do update
            set ended_at = greatest(s.ended_at, excluded.ended_at),
                total_duration_ms = greatest(s.total_duration_ms, excluded.total_duration_ms),
                cell_executions = s.cell_executions + excluded.cell_executions,
                error_count = s.error_count + excluded.error_count""";

    private record Count(
            UUID id,
            UUID classId,
            UUID student,
            @Nullable UUID notebook,
            Instant first,
            Instant last,
            int executions,
            int errors) {

        static Count of(UUID session, PlacedEvent placed) {
            Envelope envelope = placed.envelope();
            Instant at = placed.event().receivedAt();
            return new Count(
                    session,
                    envelope.classId(),
                    envelope.student(),
                    envelope.notebookId(),
                    at,
                    at,
                    PlacedEvent.isRun(envelope) ? 1 : 0,
                    PlacedEvent.isError(envelope) ? 1 : 0);
        }

        /** This and a later one together. */
        Count and(Count later) {
            return new Count(
                    id,
                    classId,
                    student,
                    notebook,
                    first,
                    later.last,
                    executions + later.executions,
                    errors + later.errors);
        }
    }

    private SessionCounters() {}

    /** {@code inserted} is in log order. */
    static Uni<Void> move(SqlConnection connection, List<PlacedEvent> inserted) {
        Map<UUID, Count> counts = new HashMap<>();
        for (PlacedEvent placed : inserted) {
            UUID session = placed.session();
            if (session != null) {
                counts.merge(session, Count.of(session, placed), Count::and);
            }
        }
        if (counts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Count> columns = new Columns<>(List.copyOf(counts.values()))
                .uuid(Count::id)
                .uuid(Count::classId)
                .uuid(Count::student)
                .uuid(Count::notebook)
                .time(Count::first)
                .time(Count::last)
                .integer(Count::executions)
                .integer(Count::errors);
        return Statements.run(connection, UPSERT, columns).replaceWithVoid();
    }
}
