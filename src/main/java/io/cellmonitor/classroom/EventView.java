package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in compact form, as deltas carry it.
 *
 * @param id the stream id
 * @param late it arrived too late to change what the student does now
 */
public record EventView(
        String id,
        String eventId,
        String eventType,
        UUID student,
        @Nullable UUID notebook,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable Boolean hasError,
        @Nullable String errorName,
        @Nullable Long durationMs,
        Instant occurredAt,
        boolean late) {

    /** The compact form of an event; late after {@code lateAfter}. */
    public static EventView of(LoggedEvent event, Duration lateAfter) {
        Envelope envelope = event.envelope();
        return new EventView(
                event.id().toString(),
                envelope.eventId(),
                envelope.eventType(),
                envelope.student(),
                envelope.notebookId(),
                envelope.cellId(),
                envelope.cellIndex(),
                envelope.hasError(),
                envelope.errorName(),
                envelope.durationMs(),
                event.occurredAt(),
                envelope.lateMs() > lateAfter.toMillis());
    }
}
