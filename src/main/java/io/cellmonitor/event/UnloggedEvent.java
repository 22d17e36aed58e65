package io.cellmonitor.event;

/**
 * An event ready for the log.
 *
 * @param sealed the student's words, sealed, bound to student and event id
 * @param sealedName the student's display name, sealed, bound to {@code users.display_name} and the student; empty when unknown
 */
public record UnloggedEvent(Envelope envelope, byte[] sealed, byte[] sealedName) {}
