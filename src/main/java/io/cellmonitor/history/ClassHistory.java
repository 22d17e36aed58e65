package io.cellmonitor.history;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.ClassReads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A class's history with its words opened, for a caller who was let pass. Off the event loop: a page may hold megabytes that students wrote. */
@ApplicationScoped
class ClassHistory {

    private static final int LAST_SESSIONS = 10;

    private final ClassReads reads;
    private final RowUnsealing unsealing;

    ClassHistory(ClassReads reads, RowUnsealing unsealing) {
        this.reads = reads;
        this.unsealing = unsealing;
    }

    Uni<Boolean> isStudent(UUID caller, UUID classId, UUID student) {
        return reads.isStudent(caller, classId, student);
    }

    Uni<RunPage> runs(UUID caller, UUID classId, UUID student, StreamId before, int limit) {
        return reads.runs(caller, classId, student, before, limit + 1)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(events -> Page.of(events, limit, event -> event.id().toString()))
                .map(page -> new RunPage(
                        student, page.rows().stream().map(unsealing::run).toList(), page.next()));
    }

    Uni<SessionList> sessionsOfLastDay(UUID caller, UUID classId, SessionRange range) {
        return reads.sessionsOfLastDay(caller, classId, range.after(), range.limit() + 1)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(sessions -> Page.of(sessions, range.limit(), SessionRange::after))
                .map(page -> new SessionList(
                        page.rows().stream().map(unsealing::session).toList(), page.next()));
    }

    Uni<SessionList> lastSessions(UUID caller, UUID classId, UUID student, UUID notebook) {
        return reads.sessions(caller, classId, student, notebook, LAST_SESSIONS)
                .map(sessions -> new SessionList(
                        sessions.stream().map(unsealing::session).toList(), null));
    }

    Uni<FailedRunList> errors(UUID caller, UUID classId, TimeRange taken, RunRange range) {
        return reads.errors(caller, classId, taken.from(), taken.to(), range.before(), range.limit() + 1)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(events ->
                        Page.of(events, range.limit(), event -> event.id().toString()))
                .map(page -> new FailedRunList(
                        page.rows().stream().map(unsealing::failedRun).toList(), page.next()));
    }
}
