package io.cellmonitor.store.timeseries;

import io.cellmonitor.event.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * The time of an event's point, in nanoseconds since 1970. The event's millisecond (the log's when the sender gave none) and, below it, a hash
 * of the event's id: the same event always makes the same point, two events of one millisecond make two (promise 3).
 */
final class PointTime {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private PointTime() {}

    static long of(LoggedEvent event) {
        CRC32 hash = new CRC32();
        hash.update(event.envelope().eventId().getBytes(StandardCharsets.UTF_8));
        return ofMillis(at(event).toEpochMilli()) + hash.getValue() % NANOS_IN_MILLI;
    }

    static long ofMillis(long milliseconds) {
        return milliseconds * NANOS_IN_MILLI;
    }

    /** When the event happened by its sender's clock, else when the log took it. */
    static Instant at(LoggedEvent event) {
        Instant said = event.envelope().eventTime();
        return said == null ? event.receivedAt() : said;
    }
}
