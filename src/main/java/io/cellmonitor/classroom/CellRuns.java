package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one cell by one student, today.
 *
 * @param cellIndex where it stood at its latest run
 * @param code whether it is a code cell, as far as is known
 * @param hasError of the latest run
 * @param at when the latest run happened
 * @param failures how many runs failed in a row up to now
 * @param firstFailure the first run of that row
 * @param failingSince the run that made the row long enough to count as failing
 */
record CellRuns(
        CellKey key,
        @Nullable Integer cellIndex,
        boolean code,
        int runs,
        int errors,
        boolean hasError,
        Instant at,
        int failures,
        @Nullable Instant firstFailure,
        @Nullable Instant failingSince) {

    static CellRuns none(CellKey key) {
        return new CellRuns(key, key.cellIndex(), true, 0, 0, false, Instant.EPOCH, 0, null, null);
    }

    /** With a further run, the latest in log order. */
    CellRuns run(@Nullable Integer index, boolean isCode, boolean failed, Instant when, int failingRuns) {
        int row = failed ? failures + 1 : 0;
        Instant first = !failed ? null : firstFailure == null ? when : firstFailure;
        Instant failing = row < failingRuns ? null : failingSince == null ? when : failingSince;
        Integer place = index == null ? cellIndex : index;
        return new CellRuns(key, place, isCode, runs + 1, errors + count(failed), failed, when, row, first, failing);
    }

    /** With a run that arrived late: counted; it decides how the cell stands only if nothing happened since. */
    CellRuns lateRun(boolean isCode, boolean failed, Instant when) {
        boolean newest = when.isAfter(at);
        return new CellRuns(
                key,
                cellIndex,
                isCode,
                runs + 1,
                errors + count(failed),
                newest ? failed : hasError,
                newest ? when : at,
                newest && !failed ? 0 : failures,
                newest && !failed ? null : firstFailure,
                newest && !failed ? null : failingSince);
    }

    boolean isCompleted() {
        return code && runs > 0 && !hasError;
    }

    private static int count(boolean failed) {
        return failed ? 1 : 0;
    }
}
