package io.cellmonitor.history;

import io.cellmonitor.event.EventTime;
import io.cellmonitor.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From (inclusive) to (exclusive). */
public record TimeRange(Instant from, Instant to) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String TIME = "ISO 8601, such as 2026-11-21T08:00:00Z; without an offset in the class's zone";

    /**
     * Reads what the caller wrote: a missing {@code to} is now, a missing {@code from} is {@code usual} before {@code to}. Throws a problem that
     * names the field and its limit.
     */
    public static TimeRange of(@Nullable String from, @Nullable String to, Duration usual, ZoneId zone, Instant now) {
        Instant end = to == null ? now : time("to", to, zone);
        Instant start = from == null ? end.minus(usual) : time("from", from, zone);
        if (!start.isBefore(end)) {
            throw Problem.invalid("from", "from must be before to.", "before to");
        }
        if (length(start, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid(
                    "from", "A range has at most " + LONGEST.toDays() + " days.", "max " + LONGEST.toDays() + " days");
        }
        return new TimeRange(start, end);
    }

    private static Duration length(Instant start, Instant end) {
        return Duration.between(start, end);
    }

    /** How long it is. */
    public Duration length() {
        return length(from, to);
    }

    private static Instant time(String field, String text, ZoneId zone) {
        Instant time = EventTime.read(text, zone);
        // Years that PostgreSQL, InfluxDB and JSON all have.
        if (time == null || time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw Problem.invalid(field, field + " is no time from 1970 to 2200.", TIME);
        }
        return time;
    }
}
