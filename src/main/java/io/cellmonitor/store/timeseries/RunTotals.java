package io.cellmonitor.store.timeseries;

import org.jspecify.annotations.Nullable;

/**
 * Sums over runs, which can be put together where means cannot.
 *
 * @param timed the runs that say how long they took
 * @param durationMs of these together
 */
record RunTotals(long runs, long failed, long timed, long durationMs) {

    RunTotals and(RunTotals other) {
        return new RunTotals(
                runs + other.runs, failed + other.failed, timed + other.timed, durationMs + other.durationMs);
    }

    double errorRate() {
        return (double) failed / runs;
    }

    @Nullable
    Double meanDurationMs() {
        return timed == 0 ? null : (double) durationMs / timed;
    }
}
