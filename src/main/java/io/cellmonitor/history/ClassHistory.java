package io.cellmonitor.history;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.ClassReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A class's history with its words opened, for a caller who was let pass. */
@ApplicationScoped
class ClassHistory {

    private static final int ERROR_MINUTES = 5;
    private static final int MOST_ERRORS = 1000;
    private static final int MOST_SESSIONS_OF_A_DAY = 5000;
    private static final int LAST_SESSIONS = 10;

    private final ClassReads reads;
    private final Opening opening;

    ClassHistory(ClassReads reads, Opening opening) {
        this.reads = reads;
        this.opening = opening;
    }

    Uni<Boolean> isStudent(UUID caller, UUID classId, UUID student) {
        return reads.isStudent(caller, classId, student);
    }

    /** One more than the page is read, to know whether there is a next one. */
    Uni<RunPage> runs(UUID caller, UUID classId, UUID student, StreamId before, int limit) {
        return reads.runs(caller, classId, student, before, limit + 1).map(events -> {
            List<LoggedEvent> page = events.subList(0, Math.min(limit, events.size()));
            String next = events.size() > limit ? page.getLast().id().toString() : null;
            return new RunPage(student, page.stream().map(opening::run).toList(), next);
        });
    }

    Uni<SessionList> sessionsOfLastDay(UUID caller, UUID classId) {
        return reads.sessionsOfLastDay(caller, classId, MOST_SESSIONS_OF_A_DAY)
                .map(sessions ->
                        new SessionList(sessions.stream().map(opening::session).toList()));
    }

    Uni<SessionList> lastSessions(UUID caller, UUID classId, UUID student, UUID notebook) {
        return reads.sessions(caller, classId, student, notebook, LAST_SESSIONS)
                .map(sessions ->
                        new SessionList(sessions.stream().map(opening::session).toList()));
    }

    Uni<FailedRunList> errorsOfLastMinutes(UUID caller, UUID classId) {
        return reads.errors(caller, classId, ERROR_MINUTES, MOST_ERRORS)
                .map(events -> new FailedRunList(
                        events.stream().map(opening::failedRun).toList()));
    }
}
