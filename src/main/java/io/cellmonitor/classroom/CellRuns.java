package io.cellmonitor.classroom;

import java.time.Duration;
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
 * @param repeatedFailure the second run of that row: the first try to mend it was in vain
 * @param failingSince the run that made the row long enough to count as failing
 * @param sharedCell the notebook's cell that it is, or its own id; null without one
 * @param firstRun when the first run happened
 * @param passedAt when the first good run happened; null before
 * @param medianSeconds that those needed who got through, from their first run to their first good one, as of the latest run here;
 *     null when that went well
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
        @Nullable Instant repeatedFailure,
        @Nullable Instant failingSince,
        @Nullable String sharedCell,
        @Nullable Instant firstRun,
        @Nullable Instant passedAt,
        @Nullable Integer medianSeconds) {

    static CellRuns none(CellKey key) {
        return new CellRuns(
                key, key.cellIndex(), true, 0, 0, false, Instant.EPOCH, 0, null, null, null, null, null, null, null);
    }

    /** With a further run, the latest in log order. */
    CellRuns run(@Nullable Integer index, boolean isCode, boolean failed, Instant when, int failingRuns) {
        int row = failed ? failures + 1 : 0;
        Instant first = !failed ? null : firstFailure == null ? when : firstFailure;
        Instant repeated = row < 2 ? null : repeatedFailure == null ? when : repeatedFailure;
        Instant failing = row < failingRuns ? null : failingSince == null ? when : failingSince;
        Integer place = index == null ? cellIndex : index;
        return new CellRuns(
                key,
                place,
                isCode,
                runs + 1,
                errors + count(failed),
                failed,
                when,
                row,
                first,
                repeated,
                failing,
                sharedCell,
                earliest(when),
                passedAt == null && !failed ? when : passedAt,
                medianSeconds);
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
                newest && !failed ? null : repeatedFailure,
                newest && !failed ? null : failingSince,
                sharedCell,
                earliest(when),
                passedAt == null && newest && !failed ? when : passedAt,
                medianSeconds);
    }

    /** The same as a cell of the notebook that all share. */
    CellRuns at(@Nullable String shared, @Nullable Integer median) {
        return new CellRuns(
                key,
                cellIndex,
                code,
                runs,
                errors,
                hasError,
                at,
                failures,
                firstFailure,
                repeatedFailure,
                failingSince,
                shared,
                firstRun,
                passedAt,
                median);
    }

    /** From the first run to the first good one; null before that. */
    @Nullable
    Integer passSeconds() {
        if (passedAt == null || firstRun == null) {
            return null;
        }
        return (int) Math.clamp(Duration.between(firstRun, passedAt).toSeconds(), 0, Integer.MAX_VALUE);
    }

    private Instant earliest(Instant when) {
        return firstRun == null || when.isBefore(firstRun) ? when : firstRun;
    }

    boolean isCompleted() {
        return code && runs > 0 && !hasError;
    }

    private static int count(boolean failed) {
        return failed ? 1 : 0;
    }
}
