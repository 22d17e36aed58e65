package io.cellmonitor.classroom;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the events of a lesson, each at a time in seconds after its start, with ids that count up. */
public final class Lesson {

    public static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
    public static final UUID CLASS = UUID.nameUUIDFromBytes("class".getBytes(StandardCharsets.UTF_8));
    public static final UUID NOTEBOOK = UUID.nameUUIDFromBytes("notebook".getBytes(StandardCharsets.UTF_8));
    public static final UUID HANAKO = student("hanako");
    public static final UUID TARO = student("taro");

    private int count;

    public static UUID student(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Instant second(long seconds) {
        return START.plusSeconds(seconds);
    }

    public LoggedEvent event(UUID student, String type, long second) {
        return of(student, type, second, "e" + count, null, null, 0, List.of(), null, null);
    }

    public LoggedEvent run(UUID student, String cell, boolean failed, long second) {
        return lateRun(student, cell, failed, second, Duration.ZERO);
    }

    public LoggedEvent runWithId(UUID student, String eventId, String cell, boolean failed, long second) {
        return of(
                student,
                failed ? "cell_error" : "cell_executed",
                second,
                eventId,
                cell,
                failed,
                0,
                List.of(),
                null,
                null);
    }

    public LoggedEvent lateRun(UUID student, String cell, boolean failed, long second, Duration late) {
        return of(
                student,
                failed ? "cell_error" : "cell_executed",
                second,
                "e" + count,
                cell,
                failed,
                late.toMillis(),
                List.of(),
                null,
                null);
    }

    /** A failed run of a mistake, in a copy of the notebook. */
    public LoggedEvent fails(UUID student, String path, String cell, String errorName, String errorShape, long second) {
        LoggedEvent event = run(student, cell, true, second);
        Envelope plain = event.envelope();
        Envelope failed = new Envelope(
                plain.classId(),
                student,
                "hash",
                plain.eventId(),
                "cell_error",
                plain.eventTime(),
                plain.sentAt(),
                notebook(path),
                path,
                "s",
                cell,
                plain.cellIndex(),
                "code",
                1,
                5L,
                true,
                errorName,
                errorShape,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new LoggedEvent(event.id(), failed, new byte[0], new byte[0]);
    }

    /** A run of the cell that stands there. */
    public LoggedEvent runAt(UUID student, String cell, int index, boolean failed, long second) {
        LoggedEvent event = run(student, cell, failed, second);
        Envelope plain = event.envelope();
        Envelope there = new Envelope(
                plain.classId(),
                student,
                "hash",
                plain.eventId(),
                plain.eventType(),
                plain.eventTime(),
                plain.sentAt(),
                NOTEBOOK,
                "lesson.ipynb",
                "s",
                cell,
                index,
                "code",
                1,
                5L,
                failed,
                plain.errorName(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new LoggedEvent(event.id(), there, new byte[0], new byte[0]);
    }

    /** The event as one of a copy of the notebook. */
    public static LoggedEvent in(String path, LoggedEvent event) {
        return event.inNotebook(notebook(path), path);
    }

    /** The notebook that the events of a copy name. */
    public static UUID notebook(String path) {
        return path.equals("lesson.ipynb") ? NOTEBOOK : UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    public LoggedEvent opened(UUID student, long second, CellRef... cells) {
        return of(student, "notebook_opened", second, "e" + count, null, null, 0, List.of(cells), null, null);
    }

    public LoggedEvent progress(UUID student, int total, long second) {
        return of(student, "progress_update", second, "e" + count, null, null, 0, List.of(), total, null);
    }

    /** What a teacher does about a request, or a hint. */
    public LoggedEvent helps(UUID student, String type, HelpReference reference, long second) {
        return of(student, type, second, "e" + count, null, null, 0, List.of(), null, reference);
    }

    private LoggedEvent of(
            UUID student,
            String type,
            long second,
            String eventId,
            String cell,
            Boolean failed,
            long lateMs,
            List<CellRef> cells,
            Integer total,
            HelpReference help) {
        StreamId id = new StreamId(second(second).toEpochMilli(), count++);
        Instant sent = id.receivedAt();
        Envelope envelope = new Envelope(
                CLASS,
                student,
                "hash",
                eventId,
                type,
                sent.minusMillis(lateMs),
                sent,
                NOTEBOOK,
                "lesson.ipynb",
                "s",
                cell,
                cell == null ? null : 1,
                null,
                1,
                5L,
                failed,
                Boolean.TRUE.equals(failed) ? "NameError" : null,
                null,
                null,
                null,
                total,
                null,
                cells,
                help);
        return new LoggedEvent(id, envelope, new byte[0], new byte[0]);
    }
}
