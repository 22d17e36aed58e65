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
        FailingCell failing = failing(student, now);
        HelpRequest help = student.help();
        if (help != null && help.state().isOpen()) {
            Need need = Need.asking(student, help);
            return new Standing(StudentState.ASKING, help.since(), Reason.of("help", help.since()), active, need);
        }
        Instant died = student.kernelDiedAt();
        if (died != null) {
            return new Standing(
                    StudentState.TECHNICAL, died, Reason.of("kernel_died", died), active, Need.technical(died));
        }
        if (failing != null) {
            return failing.standing(active);
        }
        Instant finished = student.finishedSince();
        if (finished != null) {
            return new Standing(StudentState.FINISHED, finished, Reason.of("completed", finished), active, null);
        }
        if (away != null) {
            boolean closed = presence.closedAt() != null;
            Reason reason = Reason.of(closed ? "notebook_closed" : "silent", presence.lastSeen());
            return new Standing(StudentState.AWAY, away, reason, false, null);
        }
        return new Standing(StudentState.WORKING, student.workingSince(), null, true, null);
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
        for (CellRuns cell : student.cells()) {
            Instant stuck = FailingCell.stuckSince(cell, rules);
            next = stuck == null ? next : earlier(next, stuck, now);
        }
        return next;
    }

    /**
     * Of several failing cells one in which the student is stuck, else the one that has been failing longest: a second one never takes back that
     * a student is stuck.
     */
    private @Nullable FailingCell failing(Student student, Instant now) {
        FailingCell found = null;
        for (CellRuns cell : student.cells()) {
            FailingCell failing = cell.failures() == 0 ? null : FailingCell.of(cell, rules, now);
            boolean isWorse = failing != null && (found == null || failing.isWorseThan(found));
            if (isWorse && !student.hasLeft(cell)) {
                found = failing;
            }
        }
        return found;
    }

    private static @Nullable Instant earlier(@Nullable Instant found, Instant candidate, Instant now) {
        if (!candidate.isAfter(now)) {
            return found;
        }
        return found == null || candidate.isBefore(found) ? candidate : found;
    }
}
