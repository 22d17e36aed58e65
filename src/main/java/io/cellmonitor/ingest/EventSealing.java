package io.cellmonitor.ingest;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.ErrorShape;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.KnownErrorNames;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.NameBasedUuid;
import io.cellmonitor.event.SharedNotebookPath;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Splits an event into its plain envelope and its sealed words (promise 11): what leaves here holds no student's words in the plain. Safe
 * from any thread.
 */
final class EventSealing {

    private static final byte[] UNKNOWN_NAME = {};

    private final BlindIndex index;
    private final EventSealer words;
    private final Names names;

    EventSealing(BlindIndex index, EventSealer words, Names names) {
        this.index = index;
        this.words = words;
        this.names = names;
    }

    /** {@code realm}: the name space in which the sender's claims are read. */
    UnloggedEvent seal(TakenEvent taken, String realm, @Nullable Instant sentAt) {
        LearningEvent event = taken.event();
        String eventId = Objects.requireNonNull(event.eventId());
        String username =
                index.ofStudent(realm, taken.student().kind(), taken.student().value());
        UUID student = Pseudonym.of(username);
        Envelope envelope = envelope(taken.classId(), student, username, eventId, event, sentAt);
        byte[] sealed = words.seal(student, eventId, LearningEventJson.toBytes(event));
        return new UnloggedEvent(envelope, sealed, name(student, event));
    }

    private byte[] name(UUID student, LearningEvent event) {
        String name = event.userName();
        return name == null || name.isBlank() ? UNKNOWN_NAME : names.seal(student, name);
    }

    private Envelope envelope(
            UUID classId,
            UUID student,
            String username,
            String eventId,
            LearningEvent event,
            @Nullable Instant sentAt) {
        boolean isRun = EventTypes.isRun(event.eventType());
        boolean failed = isRun && Boolean.TRUE.equals(event.hasError());
        String path = event.notebookPath() == null || event.notebookPath().isBlank()
                ? null
                : SharedNotebookPath.of(event.notebookPath());
        String shape = failed ? ErrorShape.of(event.errorName(), event.errorMessage()) : null;
        return new Envelope(
                classId,
                student,
                username,
                eventId,
                event.eventType(),
                event.eventTime(),
                sentAt,
                path == null ? null : NameBasedUuid.of(classId, path),
                path,
                event.sessionId(),
                event.cellId(),
                event.cellIndex(),
                event.cellType(),
                event.executionCount(),
                event.executionDurationMs(),
                isRun ? event.hasError() : null,
                failed ? KnownErrorNames.plain(event.errorName()) : null,
                shape,
                shape == null ? null : index.ofError(shape),
                EnvelopeCounts.completedCells(event),
                EnvelopeCounts.totalCells(event),
                EnvelopeCounts.count(event),
                event.cells());
    }
}
