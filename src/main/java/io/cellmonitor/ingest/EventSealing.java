package io.cellmonitor.ingest;

import io.cellmonitor.access.Sender;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.ErrorShape;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.KnownErrorNames;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.cellmonitor.ingest.KnownNotebooks.KnownNotebook;
import io.cellmonitor.ingest.KnownStudents.KnownStudent;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Splits an event into its plain envelope and its sealed words (promise 11): what leaves here holds no student's words in the plain. Safe
 * from any thread.
 */
final class EventSealing {

    private final BlindIndex index;
    private final EventSealer words;
    private final KnownStudents students;
    private final KnownNotebooks notebooks = new KnownNotebooks();

    EventSealing(BlindIndex index, EventSealer words, Names names) {
        this.index = index;
        this.words = words;
        this.students = new KnownStudents(index, names);
    }

    /**
     * {@code sender}: whose credential says who the student is, or in which realm the event's claim is read; {@code traceparent}: of its request, null for one
     * that is not traced.
     */
    UnloggedEvent seal(TakenEvent taken, Sender sender, @Nullable Instant sentAt, @Nullable String traceparent) {
        LearningEvent event = taken.event();
        String eventId = Objects.requireNonNull(event.eventId());
        StudentSubject subject = sender.student();
        KnownStudent student = subject == null
                ? students.find(sender.realm(), taken.student(), event.userName())
                : KnownStudent.of(subject);
        Envelope envelope = envelope(taken.classId(), student, eventId, event, sentAt);
        byte[] sealed = words.seal(student.id(), eventId, LearningEventJson.toBytes(event));
        return new UnloggedEvent(envelope, sealed, student.sealedName(), traceparent);
    }

    private Envelope envelope(
            UUID classId, KnownStudent student, String eventId, LearningEvent event, @Nullable Instant sentAt) {
        boolean isRun = EventTypes.isRun(event.eventType());
        boolean failed = isRun && Boolean.TRUE.equals(event.hasError());
        String path = event.notebookPath();
        KnownNotebook notebook = path == null || path.isBlank() ? null : notebooks.find(classId, path);
        String shape = failed ? ErrorShape.of(event.errorName(), event.errorMessage()) : null;
        return new Envelope(
                classId,
                student.id(),
                student.username(),
                eventId,
                event.eventType(),
                event.eventTime(),
                sentAt,
                notebook == null ? null : notebook.id(),
                notebook == null ? null : notebook.path(),
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
                event.cells(),
                SeenHint.of(event));
    }
}
