package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Written} event whose times, cell and duration matter.
 *
 * @param happenedAt by the sender's clock; null when the sender has none
 * @param receivedAt the log's time
 */
public record TimedEvent(
        Written written,
        @Nullable Instant happenedAt,
        Instant receivedAt,
        @Nullable String cell,
        @Nullable Integer cellIndex,
        String cellType,
        @Nullable Long durationMs,
        @Nullable Integer totalCells) {

    /** It happened a second and a half before the log took it. */
    public static TimedEvent at(String time, Written written) {
        Instant happened = Instant.parse(time);
        return new TimedEvent(written, happened, happened.plusMillis(1500), "c-1", 3, "code", null, null);
    }

    /** The sender has no clock. */
    public static TimedEvent withoutTime(String time, Written written) {
        return new TimedEvent(written, null, Instant.parse(time), "c-1", 3, "code", null, null);
    }

    public TimedEvent took(@Nullable Long durationMs) {
        return new TimedEvent(written, happenedAt, receivedAt, cell, cellIndex, cellType, durationMs, totalCells);
    }

    public TimedEvent ofCell(@Nullable String cell, @Nullable Integer cellIndex) {
        return new TimedEvent(written, happenedAt, receivedAt, cell, cellIndex, cellType, durationMs, totalCells);
    }

    public TimedEvent ofType(String cellType) {
        return new TimedEvent(written, happenedAt, receivedAt, cell, cellIndex, cellType, durationMs, totalCells);
    }

    public TimedEvent ofCells(int totalCells) {
        return new TimedEvent(written, happenedAt, receivedAt, cell, cellIndex, cellType, durationMs, totalCells);
    }

    public LoggedEvent event() {
        LoggedEvent event = written.event();
        Envelope given = event.envelope();
        Envelope timed = new Envelope(
                given.classId(),
                given.student(),
                given.username(),
                given.eventId(),
                given.eventType(),
                happenedAt,
                receivedAt,
                given.notebookId(),
                given.notebookPath(),
                given.sessionId(),
                cell,
                cellIndex,
                cellType,
                given.executionCount(),
                durationMs,
                given.hasError(),
                given.errorName(),
                given.errorShape(),
                given.errorKey(),
                null,
                totalCells,
                given.count(),
                given.cells(),
                given.help());
        return new LoggedEvent(new StreamId(receivedAt.toEpochMilli(), 0), timed, event.sealed(), event.sealedName());
    }
}
