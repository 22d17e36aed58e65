package io.cellmonitor.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it.
 *
 * @param id its place in the log; {@code receivedAt} is its millisecond part
 * @param sealed the student's words, sealed, bound to student and event id
 * @param sealedName the student's display name, sealed, bound to {@code users.display_name} and the student; empty when unknown
 * @param traceparent the span of its request, as W3C Trace Context writes it; null for one that is not traced, or does not come from the log itself
 */
public record LoggedEvent(
        StreamId id,
        Envelope envelope,
        byte[] sealed,
        byte[] sealedName,
        @Nullable String traceparent) {

    /** An event that is not traced. */
    public LoggedEvent(StreamId id, Envelope envelope, byte[] sealed, byte[] sealedName) {
        this(id, envelope, sealed, sealedName, null);
    }

    /** {@link #traceparent}; empty for an event that is not traced. */
    public Optional<String> traced() {
        return Optional.ofNullable(traceparent);
    }

    /** When the log took it. */
    public Instant receivedAt() {
        return id.receivedAt();
    }

    /** When it happened, by the log's clock: receivedAt less how late it was sent. */
    public Instant occurredAt() {
        return receivedAt().minusMillis(envelope.lateMs());
    }

    /** The same event as one of another notebook. */
    public LoggedEvent inNotebook(UUID notebook, @Nullable String path) {
        return new LoggedEvent(id, envelope.inNotebook(notebook, path), sealed, sealedName, traceparent);
    }
}
