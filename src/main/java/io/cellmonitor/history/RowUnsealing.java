package io.cellmonitor.history;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.NotSealedHere;
import io.cellmonitor.store.relational.StoredSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens sealed rows for somebody who may read them. What cannot be opened with today's keys is left out, the rest of the row stays. */
@ApplicationScoped
class RowUnsealing {

    private final EventSealer events;
    private final Names names;

    RowUnsealing(EventSealer events, Names names) {
        this.events = events;
        this.names = names;
    }

    StoredRun run(LoggedEvent event) {
        Envelope plain = event.envelope();
        LearningEvent words = words(event);
        return new StoredRun(
                event.id().toString(),
                plain.eventId(),
                plain.eventType(),
                plain.notebookId(),
                plain.notebookPath(),
                plain.cellId(),
                plain.cellIndex(),
                plain.cellType(),
                words == null ? null : words.code(),
                words == null ? null : words.result(),
                plain.hasError(),
                errorName(plain, words),
                words == null ? null : words.errorMessage(),
                words == null ? null : words.traceback(),
                plain.executionCount(),
                plain.durationMs(),
                event.occurredAt(),
                event.receivedAt(),
                cut(words));
    }

    /** The names that JupyterLab or the mending noted. */
    private static List<String> cut(@Nullable LearningEvent words) {
        return words != null && words.metadata().get("_cut") instanceof List<?> names
                ? names.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    FailedRun failedRun(LoggedEvent event) {
        Envelope plain = event.envelope();
        LearningEvent words = words(event);
        return new FailedRun(
                event.id().toString(),
                plain.student(),
                name(plain.student(), event.sealedName()),
                plain.notebookId(),
                plain.notebookPath(),
                plain.cellId(),
                plain.cellIndex(),
                errorName(plain, words),
                words == null ? null : words.errorMessage(),
                event.occurredAt());
    }

    Answers.Answer answer(LoggedEvent event, Instant at, long runs) {
        Envelope plain = event.envelope();
        LearningEvent words = words(event);
        return new Answers.Answer(
                plain.student(),
                name(plain.student(), event.sealedName()),
                at,
                words == null ? null : words.code(),
                words == null ? null : words.result(),
                EventTypes.CELL_ERROR.equals(plain.eventType()),
                errorName(plain, words),
                words == null ? null : words.errorMessage(),
                runs);
    }

    Session session(StoredSession stored) {
        return new Session(
                stored.id(),
                stored.student(),
                name(stored.student(), stored.sealedName()),
                stored.notebook(),
                stored.notebookPath(),
                stored.startedAt(),
                stored.endedAt(),
                stored.durationMs(),
                stored.executions(),
                stored.errors());
    }

    /** A text in the metadata of a student's sealed event; null when it is not there or cannot be opened. */
    @Nullable
    String said(UUID student, String eventId, byte[] sealed, String member) {
        try {
            LearningEvent event = LearningEventJson.fromBytes(events.open(student, eventId, sealed));
            return event.metadata().get(member) instanceof String text ? text : null;
        } catch (NotSealedHere unreadable) {
            return null;
        }
    }

    /** The true name is sealed; the plain one is {@code Other} for names that are not widely known. */
    private static @Nullable String errorName(Envelope plain, @Nullable LearningEvent words) {
        return words == null || words.errorName() == null ? plain.errorName() : words.errorName();
    }

    private @Nullable LearningEvent words(LoggedEvent event) {
        try {
            return LearningEventJson.fromBytes(
                    events.open(event.envelope().student(), event.envelope().eventId(), event.sealed()));
        } catch (NotSealedHere unreadable) {
            return null;
        }
    }

    private @Nullable String name(UUID student, byte[] sealedName) {
        if (sealedName.length == 0) {
            return null;
        }
        try {
            return names.open(student, sealedName);
        } catch (NotSealedHere unreadable) {
            return null;
        }
    }
}
