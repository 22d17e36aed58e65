package io.cellmonitor.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies from the intended start, up to a minute, in microseconds. Safe from any thread. */
final class Latencies {

    private static final long LARGEST = TimeUnit.MINUTES.toMicros(1);

    private final Histogram histogram = new ConcurrentHistogram(LARGEST, 3);

    /** {@code from} and {@code until} by {@link System#nanoTime()}. */
    void record(long from, long until) {
        histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(until - from), 0, LARGEST));
    }

    long count() {
        return histogram.getTotalCount();
    }

    double milliseconds(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Columns of a Markdown table: p50, p90, p99, p99.9, largest. */
    String columns() {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f | %.1f",
                milliseconds(50),
                milliseconds(90),
                milliseconds(99),
                milliseconds(99.9),
                milliseconds(100));
    }
}
