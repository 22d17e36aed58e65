package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Derives from what is remembered of a student, and from the time, what they are doing: the rules, and nothing else. */
final class StandingRules {

    private final Rules rules;

    StandingRules(Rules rules) {
        this.rules = rules;
    }

    Standing of(Student student, Instant now) {
        Presence presence = student.presence();
        Instant away = presence.awaySince(now, rules.awayAfter());
        boolean active = away == null;
        HelpRequest help = student.help();
        if (help != null && help.state().isOpen()) {
            return new Standing(StudentState.ASKING, help.since(), Reason.of("help", help.since()), active);
        }
        Instant died = student.kernelDiedAt();
        if (died != null) {
            return new Standing(StudentState.TECHNICAL, died, Reason.of("kernel_died", died), active);
        }
        CellRuns failing = failingCell(student);
        if (failing != null) {
            return ofFailing(failing, now, active);
        }
        Instant finished = student.finishedSince();
        if (finished != null) {
            return new Standing(StudentState.FINISHED, finished, Reason.of("completed", finished), active);
        }
        if (away != null) {
            boolean closed = presence.closedAt() != null;
            Reason reason = Reason.of(closed ? "notebook_closed" : "silent", presence.lastSeen());
            return new Standing(StudentState.AWAY, away, reason, false);
        }
        return new Standing(StudentState.WORKING, student.workingSince(), null, true);
    }

    private Standing ofFailing(CellRuns cell, Instant now, boolean active) {
        Instant first = cell.firstFailure() == null ? cell.at() : cell.firstFailure();
        Instant failing = cell.failingSince() == null ? cell.at() : cell.failingSince();
        Instant stuck = later(first.plus(rules.stuckAfter()), failing);
        boolean isStuck = !now.isBefore(stuck);
        Reason reason = new Reason(
                isStuck ? "stuck" : "failing_runs",
                cell.key().cellId(),
                cell.cellIndex(),
                cell.failures(),
                first,
                cell.medianSeconds());
        return new Standing(
                isStuck ? StudentState.STUCK : StudentState.FAILING, isStuck ? stuck : failing, reason, active);
    }

    /** When time alone changes this student next; null when only an event can. */
    @Nullable
    Instant nextChange(Student student, Instant now) {
        Instant next = null;
        if (student.presence().closedAt() == null) {
            next = earlier(next, student.presence().lastSeen().plus(rules.awayAfter()), now);
        }
        HelpRequest help = student.help();
        Instant lapses = help == null ? null : help.lapsesAt(rules.helpLapse());
        if (lapses != null) {
            next = earlier(next, lapses, now);
        }
        CellRuns failing = failingCell(student);
        if (failing != null && failing.firstFailure() != null) {
            next = earlier(next, failing.firstFailure().plus(rules.stuckAfter()), now);
        }
        return next;
    }

    /** Of several failing cells the one that has been failing longest, so that a second one never takes back that a student is stuck. */
    private @Nullable CellRuns failingCell(Student student) {
        CellRuns found = null;
        for (CellRuns cell : student.cells()) {
            boolean fails = cell.failures() >= rules.failingRuns();
            if (fails && (found == null || firstFailure(cell).isBefore(firstFailure(found)))) {
                found = cell;
            }
        }
        return found;
    }

    private static Instant firstFailure(CellRuns cell) {
        return cell.firstFailure() == null ? cell.at() : cell.firstFailure();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant found, Instant candidate, Instant now) {
        if (!candidate.isAfter(now)) {
            return found;
        }
        return found == null || candidate.isBefore(found) ? candidate : found;
    }
}
