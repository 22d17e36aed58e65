package io.cellmonitor.ingest;

import io.cellmonitor.event.EventTime;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The header {@code Cell-Monitor-Sent-At}: when the request left, by the clock of its eventTimes. */
final class SentAt {

    static final String HEADER = "Cell-Monitor-Sent-At";

    private SentAt() {}

    /** ISO 8601 (UTC without a zone) or milliseconds since 1970; null when missing or malformed, for then nothing is late. */
    static @Nullable Instant of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.strip();
        boolean isNumber = text.length() <= 18 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return EventTime.read(isNumber ? (Object) Long.valueOf(text) : text, ZoneOffset.UTC);
    }
}
