package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a student is.
 *
 * @param lastSeen when their latest event happened
 * @param closedAt when they closed the notebook; null while it is open
 */
record Presence(
        Instant lastSeen,
        @Nullable Instant closedAt,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    /** What still comes from a notebook that is already closed: it brings nobody back. */
    private static final Set<String> TRAILING = Set.of(
            "session_end",
            "notebook_saved",
            "notebook_hidden",
            "progress_update",
            "idle",
            "client_dropped",
            "kernel_died",
            "kernel_restarted",
            "kernel_interrupted",
            "help_stop",
            "execution_aborted",
            "consent_changed");

    static Presence first(Instant when) {
        return new Presence(when, null, null, null, null, null);
    }

    Presence after(LoggedEvent event) {
        Envelope envelope = event.envelope();
        Instant when = event.occurredAt().isAfter(lastSeen) ? event.occurredAt() : lastSeen;
        if (envelope.eventType().equals("notebook_closed")) {
            boolean current = notebook == null || Objects.equals(notebook, envelope.notebookId());
            return seen(when, current ? event.occurredAt() : closedAt);
        }
        if (TRAILING.contains(envelope.eventType())) {
            return seen(when, closedAt);
        }
        return movedTo(envelope, when);
    }

    private Presence movedTo(Envelope envelope, Instant when) {
        UUID next = envelope.notebookId() == null ? notebook : envelope.notebookId();
        String path = envelope.notebookId() == null ? notebookPath : envelope.notebookPath();
        boolean namesCell = envelope.cellId() != null || envelope.cellIndex() != null;
        boolean keepsCell = Objects.equals(next, notebook) && !namesCell;
        return new Presence(
                when,
                null,
                next,
                path,
                keepsCell ? cellId : envelope.cellId(),
                keepsCell ? cellIndex : envelope.cellIndex());
    }

    private Presence seen(Instant when, @Nullable Instant closed) {
        return new Presence(when, closed, notebook, notebookPath, cellId, cellIndex);
    }

    /** When they went away; null while they are not. */
    @Nullable
    Instant awaySince(Instant now, Duration awayAfter) {
        if (closedAt != null) {
            return closedAt;
        }
        Instant silent = lastSeen.plus(awayAfter);
        return now.isBefore(silent) ? null : silent;
    }
}
