package io.cellmonitor.report;

import io.cellmonitor.classroom.StudentState;
import io.cellmonitor.classroom.StudentView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds up what the fold shows of one student, one view after the other. What lies before the beginning of the report is not counted. */
final class StudentFigures {

    private final Instant from;
    private final Duration awayAfter;
    private @Nullable StudentView last;
    private Instant stuckUpTo;
    private long runs;
    private long errors;
    private int completed;
    private @Nullable Integer total;
    private Duration active = Duration.ZERO;
    private Duration stuck = Duration.ZERO;
    private @Nullable Instant finishedAt;

    /** {@code awayAfter}: who is silent for so long is not there any more, neither active nor stuck. */
    StudentFigures(Instant from, Duration awayAfter) {
        this.from = from;
        this.awayAfter = awayAfter;
        this.stuckUpTo = from;
    }

    /** The next view, as it was at {@code at}. */
    void next(StudentView view, Instant at) {
        StudentView before = last;
        last = view;
        finishing(view, at);
        if (at.isBefore(from)) {
            return;
        }
        runs += view.executions() - (before == null ? 0 : before.executions());
        errors += view.errors() - (before == null ? 0 : before.errors());
        completed = view.completed();
        total = view.total();
        if (before != null) {
            addActive(before.lastSeen(), view.lastSeen());
            addStuck(before, at);
        }
    }

    /** As {@link #completed} and {@link #total} say: who works on, and breaks a cell, has not finished. */
    private void finishing(StudentView view, Instant at) {
        Integer cells = view.total();
        if (cells == null || cells == 0 || view.completed() < cells) {
            finishedAt = null;
        } else if (isIn(StudentState.FINISHED, view)) {
            finishedAt = view.since();
        } else if (finishedAt == null) {
            finishedAt = at;
        }
    }

    /** The last view lasts until {@code end}: of the report, or of the class's day, after which the student is new. */
    void end(Instant end) {
        if (last != null) {
            addStuck(last, end);
            last = null;
        }
    }

    private void addActive(Instant before, Instant seen) {
        Instant begin = later(before, from);
        if (begin.isBefore(seen) && Duration.between(before, seen).compareTo(awayAfter) < 0) {
            active = active.plus(Duration.between(begin, seen));
        }
    }

    /** Time alone makes somebody stuck, and is noticed later: it counts from when that was. */
    private void addStuck(StudentView view, Instant at) {
        if (!isIn(StudentState.STUCK, view)) {
            return;
        }
        Instant begin = later(view.since(), stuckUpTo);
        Instant away = view.lastSeen().plus(awayAfter);
        Instant end = at.isBefore(away) ? at : away;
        if (begin.isBefore(end)) {
            stuck = stuck.plus(Duration.between(begin, end));
        }
        stuckUpTo = later(stuckUpTo, at);
    }

    private static boolean isIn(StudentState state, StudentView view) {
        return state.label().equals(view.state());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    long runs() {
        return runs;
    }

    long errors() {
        return errors;
    }

    int completed() {
        return completed;
    }

    @Nullable
    Integer total() {
        return total;
    }

    long activeSeconds() {
        return active.toSeconds();
    }

    long stuckSeconds() {
        return stuck.toSeconds();
    }

    /** Null also for who did nothing in the report's time. */
    @Nullable
    Instant finishedAt() {
        return total == null ? null : finishedAt;
    }
}
