package io.cellmonitor.store.relational;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the log would give them, told in few words. */
public record Written(
        UUID classId,
        int student,
        String type,
        StreamId id,
        String eventId,
        @Nullable String notebook,
        @Nullable String session,
        List<CellRef> cells) {

    public static final UUID CLASS = UUID.fromString("11111111-0000-4000-8000-000000000001");
    /** Now, so that the partition of this month takes the sessions. */
    public static final long START = System.currentTimeMillis();

    public static Written run(int student, long afterMs) {
        return of(student, "cell_executed", afterMs);
    }

    public static Written of(int student, String type, long afterMs) {
        StreamId id = new StreamId(START + afterMs, 0);
        return new Written(CLASS, student, type, id, "e-" + student + "-" + afterMs, "lesson1.ipynb", "s-1", List.of());
    }

    public Written eventId(String eventId) {
        return new Written(classId, student, type, id, eventId, notebook, session, cells);
    }

    public Written in(@Nullable String notebook, @Nullable String session) {
        return new Written(classId, student, type, id, eventId, notebook, session, cells);
    }

    public Written ofClass(UUID classId) {
        return new Written(classId, student, type, id, eventId, notebook, session, cells);
    }

    public Written at(long milliseconds, long sequence) {
        return new Written(
                classId, student, type, new StreamId(milliseconds, sequence), eventId, notebook, session, cells);
    }

    public Written cells(List<CellRef> cells) {
        return new Written(classId, student, type, id, eventId, notebook, session, cells);
    }

    public static UUID student(int number) {
        return new UUID(0x5000L, Long.reverse(number));
    }

    public static UUID notebook(UUID classId, String path) {
        return UUID.nameUUIDFromBytes((classId + path).getBytes(StandardCharsets.UTF_8));
    }

    public LoggedEvent event() {
        boolean error = type.equals("cell_error");
        boolean run = error || type.equals("cell_executed");
        Envelope envelope = new Envelope(
                classId,
                student(student),
                "index-" + student,
                eventId,
                type,
                Instant.ofEpochMilli(id.milliseconds() - 40),
                Instant.ofEpochMilli(id.milliseconds() - 30),
                notebook == null ? null : notebook(classId, notebook),
                notebook,
                session,
                "c-" + student,
                3,
                "code",
                run ? 7 : null,
                run ? 12L : null,
                run ? error : null,
                error ? "NameError" : null,
                error ? "NameError: name ? is not defined" : null,
                error ? "k-1" : null,
                2,
                5,
                null,
                cells,
                null);
        return new LoggedEvent(
                id, envelope, ("sealed " + eventId).getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, (byte) student
                });
    }

    public static List<LoggedEvent> events(Written... written) {
        return List.of(written).stream().map(Written::event).toList();
    }
}
