package io.cellmonitor.event;

import org.jspecify.annotations.Nullable;

/**
 * An event ready for the log.
 *
 * @param sealed the student's words, sealed, bound to student and event id
 * @param sealedName the student's display name, sealed, bound to {@code users.display_name} and the student; empty when unknown
 * @param traceparent the span of its request, as W3C Trace Context writes it; null for one that is not traced, as nearly all are
 */
public record UnloggedEvent(
        Envelope envelope,
        byte[] sealed,
        byte[] sealedName,
        @Nullable String traceparent) {

    /** An event that is not traced. */
    public UnloggedEvent(Envelope envelope, byte[] sealed, byte[] sealedName) {
        this(envelope, sealed, sealedName, null);
    }
}
