package io.cellmonitor.event;

import java.time.Instant;

/**
 * The place of an event in the log: milliseconds of the log's clock and a sequence number within the millisecond, both unsigned 64 bits as
 * Redis has them. Its order is the order of everything (live, replay, PostgreSQL). Written {@code "1795136529123-0"}.
 */
public record StreamId(long milliseconds, long sequence) implements Comparable<StreamId> {

    /** Before every event. */
    public static final StreamId ZERO = new StreamId(0, 0);

    /** Reads {@code "ms-seq"}; throws {@link IllegalArgumentException} for anything else. */
    public static StreamId parse(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0) {
            throw new IllegalArgumentException("not a stream id");
        }
        return new StreamId(
                Long.parseUnsignedLong(text, 0, dash, 10), Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
    }

    /** Whether PostgreSQL's {@code bigint} can hold both numbers: whatever Redis counts by itself, not what somebody else may write. */
    public boolean fitsBigint() {
        return milliseconds >= 0 && sequence >= 0;
    }

    /** When the log took the event: one clock, the same at every delivery. */
    public Instant receivedAt() {
        return Instant.ofEpochMilli(milliseconds);
    }

    /** The smallest one after it. */
    public StreamId next() {
        return sequence == Long.MAX_VALUE
                ? new StreamId(milliseconds + 1, 0)
                : new StreamId(milliseconds, sequence + 1);
    }

    @Override
    public int compareTo(StreamId other) {
        int byTime = Long.compareUnsigned(milliseconds, other.milliseconds);
        return byTime != 0 ? byTime : Long.compareUnsigned(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(milliseconds) + "-" + Long.toUnsignedString(sequence);
    }
}
