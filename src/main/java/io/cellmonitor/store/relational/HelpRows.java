package io.cellmonitor.store.relational;

import io.cellmonitor.event.EventTypes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/** Writes what a batch's events made of requests for help, in the transaction that inserted the events: each of them counts once. */
final class HelpRows {

    private static final Set<String> TYPES = Set.of(
            EventTypes.HELP,
            EventTypes.HELP_STOP,
            EventTypes.HELP_CLAIMED,
            EventTypes.HELP_ON_MY_WAY,
            EventTypes.HELP_RELEASED,
            EventTypes.HELP_RESOLVED);

    // Locked, for what teachers do locks no row of the student's.
    private static final String LATEST = """
            select latest.*, c.zone, c.day_start
            from unnest($1::uuid[], $2::uuid[]) as given (user_id, class_id)
            join classes c on c.id = given.class_id
            cross join lateral (
                select r.* from help_requests r
                where r.user_id = given.user_id and r.class_id = given.class_id
                order by r.log_ms desc, r.log_seq desc
                limit 1
                for update) as latest""";

    private static final String INSERT = """
            insert into help_requests (user_id, log_ms, log_seq, class_id, state, asked_at, heartbeat, heard_at, teacher_id, claimed_at,
                ended_at, notebook_id, cell_id, cell_index, event_id, sealed)
            select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::boolean[],
                $8::timestamptz[], $9::uuid[], $10::timestamptz[], $11::timestamptz[], $12::uuid[], $13::text[], $14::int[], $15::text[],
                $16::bytea[])
            on conflict do nothing""";

    private static final String UPDATE = """
            update help_requests r
            set state = given.state, heartbeat = given.heartbeat, heard_at = given.heard_at, teacher_id = given.teacher_id,
                claimed_at = given.claimed_at, ended_at = coalesce(r.ended_at, given.ended_at)
            from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::boolean[], $6::timestamptz[], $7::uuid[],
                $8::timestamptz[], $9::timestamptz[])
                as given (user_id, log_ms, log_seq, state, heartbeat, heard_at, teacher_id, claimed_at, ended_at)
            where r.user_id = given.user_id and r.log_ms = given.log_ms and r.log_seq = given.log_seq""";

    private HelpRows() {}

    static Uni<Void> write(SqlConnection connection, List<PlacedEvent> inserted) {
        List<PlacedEvent> helping = inserted.stream()
                .filter(it -> TYPES.contains(it.envelope().eventType()))
                .toList();
        if (helping.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Statements.run(connection, LATEST, students(helping))
                .map(HelpCourse::of)
                .invoke(course -> helping.forEach(it -> course.happens(it.event())))
                .chain(course -> insert(connection, course.asked()).chain(() -> update(connection, course.changed())));
    }

    private static Columns<HelpCourse.Key> students(List<PlacedEvent> helping) {
        return new Columns<>(helping.stream()
                        .map(it -> HelpCourse.Key.of(it.envelope()))
                        .distinct()
                        .sorted(HelpCourse.Key.ORDER)
                        .toList())
                .uuid(HelpCourse.Key::student)
                .uuid(HelpCourse.Key::classId);
    }

    private static Uni<Void> insert(SqlConnection connection, List<HelpCourse.Asked> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<HelpCourse.Asked> columns = new Columns<>(asked)
                .uuid(it -> it.envelope().student())
                .number(it -> it.request().id().milliseconds())
                .number(it -> it.request().id().sequence())
                .uuid(it -> it.envelope().classId())
                .text(it -> it.request().state().label())
                .time(it -> it.request().since())
                .truth(it -> it.request().heartbeat())
                .time(it -> it.request().lastHeard())
                .uuid(it -> HelpCourse.teacher(it.request()))
                .time(it -> HelpCourse.claimedAt(it.request()))
                .time(HelpCourse.Asked::endedAt)
                .uuid(it -> it.envelope().notebookId())
                .text(it -> it.envelope().cellId())
                .integer(it -> it.envelope().cellIndex())
                .text(it -> it.envelope().eventId())
                .bytes(it -> it.event().sealed());
        return Statements.run(connection, INSERT, columns).replaceWithVoid();
    }

    private static Uni<Void> update(SqlConnection connection, List<HelpCourse.Changed> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<HelpCourse.Changed> columns = new Columns<>(changed)
                .uuid(HelpCourse.Changed::student)
                .number(it -> it.request().id().milliseconds())
                .number(it -> it.request().id().sequence())
                .text(it -> it.request().state().label())
                .truth(it -> it.request().heartbeat())
                .time(it -> it.request().lastHeard())
                .uuid(it -> HelpCourse.teacher(it.request()))
                .time(it -> HelpCourse.claimedAt(it.request()))
                .time(HelpCourse.Changed::endedAt);
        return Statements.run(connection, UPDATE, columns).replaceWithVoid();
    }
}
