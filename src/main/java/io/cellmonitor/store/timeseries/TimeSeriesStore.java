package io.cellmonitor.store.timeseries;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a class over time, by the senders' clocks (log time for events without a time). Ranges are from (inclusive) to (exclusive);
 * rows name the beginning of their interval, which may lie before {@code from}, and an interval without runs gives no row. When there are
 * more rows than {@code limit}, any {@code limit} of them are answered. Safe from any thread; fails after 20 s.
 */
public interface TimeSeriesStore {

    /**
     * A student's runs in an interval.
     *
     * @param meanDurationMs over the runs that say how long they took; null when none does
     */
    record Activity(
            Instant interval,
            UUID student,
            long runs,
            @Nullable Double meanDurationMs) {}

    /**
     * The runs of a notebook in an interval.
     *
     * @param notebookPath the shared path; null for runs without one
     * @param rate failed runs among all, 0 to 1
     */
    record ErrorRate(Instant interval, @Nullable String notebookPath, long runs, double rate) {}

    /**
     * A failed run.
     *
     * @param shape name and message without literals and identifiers
     */
    record FailedRun(
            Instant at,
            UUID student,
            @Nullable String notebookPath,
            @Nullable Integer cellIndex,
            @Nullable String shape) {}

    /** Runs per interval and student, in this order. */
    Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Intervals intervals, int limit);

    /** How many runs fail, per interval and notebook, in this order. */
    Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit);

    /** Up to {@code limit} failed runs, newest first. */
    Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit);
}
