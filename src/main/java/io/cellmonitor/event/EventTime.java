package io.cellmonitor.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads points in time as senders write them: ISO 8601 with or without a zone, or milliseconds since 1970; cut to milliseconds. */
public final class EventTime {

    static final Duration OLDEST = Duration.ofDays(400);
    static final Duration NEWEST = Duration.ofDays(1);

    private static final int LONGEST = 64;
    private static final double LARGEST_EPOCH_MILLISECONDS = 1e15;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH:MM:ss", "Z")
            .toFormatter();

    private EventTime() {}

    /** The point in time, a text without a zone read in {@code zone}; null when it is none. */
    public static @Nullable Instant read(Object value, ZoneId zone) {
        return switch (value) {
            case String text -> ofText(text, zone);
            case Long milliseconds -> ofEpoch(milliseconds);
            case Double milliseconds -> ofEpoch(Math.floor(milliseconds));
            default -> null;
        };
    }

    /** Whether an event of that time is believed: within 400 days before and 1 day after {@code now}. */
    static boolean isPlausible(Instant time, Instant now) {
        return !time.isBefore(now.minus(OLDEST)) && !time.isAfter(now.plus(NEWEST));
    }

    private static @Nullable Instant ofText(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            if (JavaScriptTime.isOne(text)) {
                return JavaScriptTime.read(text);
            }
            TemporalAccessor parsed = ISO.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            ZonedDateTime time = parsed instanceof LocalDateTime local ? local.atZone(zone) : (ZonedDateTime) parsed;
            return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static @Nullable Instant ofEpoch(double milliseconds) {
        return Math.abs(milliseconds) > LARGEST_EPOCH_MILLISECONDS ? null : Instant.ofEpochMilli((long) milliseconds);
    }
}
