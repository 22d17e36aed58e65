package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell whose runs fail long or often enough to be told.
 *
 * @param since when that began
 */
record FailingCell(CellRuns cell, boolean isStuck, Instant since) {

    /** Null for a cell that fails neither long nor often enough. */
    static @Nullable FailingCell of(CellRuns cell, Rules rules, Instant now) {
        Instant stuck = stuckSince(cell, rules);
        if (stuck != null && !now.isBefore(stuck)) {
            return new FailingCell(cell, true, stuck);
        }
        boolean fails = cell.failures() >= rules.failingRuns();
        return fails ? new FailingCell(cell, false, Objects.requireNonNullElse(cell.failingSince(), cell.at())) : null;
    }

    /**
     * When the cell makes its student stuck, unless a run goes well before: they tried to mend it in vain, and a time has passed since it first
     * failed. Whoever tries seldom needs somebody as much as whoever tries often. Null for one that was not tried again.
     */
    static @Nullable Instant stuckSince(CellRuns cell, Rules rules) {
        Instant repeated = cell.repeatedFailure();
        if (repeated == null || cell.firstFailure() == null) {
            return null;
        }
        Instant late = cell.firstFailure().plus(rules.stuckAfter());
        return late.isAfter(repeated) ? late : repeated;
    }

    boolean isWorseThan(FailingCell other) {
        return isStuck == other.isStuck ? first().isBefore(other.first()) : isStuck;
    }

    Standing standing(boolean active) {
        StudentState state = isStuck ? StudentState.STUCK : StudentState.FAILING;
        Reason reason = new Reason(
                isStuck ? "stuck" : "failing_runs",
                cell.key().cellId(),
                cell.cellIndex(),
                cell.failures(),
                first(),
                cell.medianSeconds());
        return new Standing(state, since, reason, active, isStuck ? Need.stuck(first()) : null);
    }

    private Instant first() {
        return Objects.requireNonNullElse(cell.firstFailure(), cell.at());
    }
}
