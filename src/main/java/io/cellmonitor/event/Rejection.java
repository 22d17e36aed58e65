package io.cellmonitor.event;

/**
 * Why an event is not taken. Holds none of the sender's words.
 *
 * @param field the field at fault, in our spelling
 * @param reason for people, naming the field: {@code eventType is missing}
 * @param limit what would be accepted
 */
public record Rejection(String field, String reason, String limit) {}
