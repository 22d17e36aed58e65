package io.cellmonitor.bus;

import java.time.Duration;

/** How much the log takes while it is never idle, over its last few pipelines. For one event loop; times are those of {@link System#nanoTime()}. */
final class CompletionRate {

    private static final double KEPT = 0.8;

    private double bytes;
    private double nanos = 1;
    private long lastAnswer = Long.MIN_VALUE;

    /** A pipeline was answered: it had the way to itself since it was sent, or since the answer to the one before. */
    void completed(long size, long sent, long now) {
        long begun = lastAnswer == Long.MIN_VALUE ? sent : Math.max(sent, lastAnswer);
        bytes = bytes * KEPT + size;
        nanos = nanos * KEPT + (now - begun);
        lastAnswer = now;
    }

    /** Bytes taken in such a time. */
    long bytesIn(Duration time) {
        return (long) (bytes / nanos * time.toNanos());
    }
}
