package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one event does to one student. */
final class EventFold {

    private final Rules rules;
    private final StandingRules standings;
    private final Changes changes;
    private final ErrorSeconds errorSeconds;
    private final Clusters clusters;
    private final HelpSteps steps;

    EventFold(Rules rules, StandingRules standings, Changes changes, ErrorSeconds errorSeconds, Clusters clusters) {
        this.rules = rules;
        this.standings = standings;
        this.changes = changes;
        this.errorSeconds = errorSeconds;
        this.clusters = clusters;
        this.steps = new HelpSteps(rules.helpLapse());
    }

    void apply(Student student, PlacedEvent placed) {
        LoggedEvent event = placed.event();
        boolean late = event.envelope().lateMs() > rules.lateAfter().toMillis();
        Instant when = event.occurredAt();
        lapse(student, event.receivedAt());
        if (EventTypes.isOursAlone(event.envelope().eventType())) {
            isHelped(student, event);
            return;
        }
        StudentState before = standings.of(student, when).state();
        if (EventTypes.isRun(event.envelope().eventType())) {
            run(student, placed, late);
        }
        if (!late) {
            student.moves(event);
            now(student, event);
        }
        student.checkFinished(when);
        boolean back = before != StudentState.WORKING;
        if (!late && back && standings.of(student, when).state() == StudentState.WORKING) {
            student.worksSince(when);
        }
        changes.student(student.id());
    }

    /** What a teacher does is no sign of the student. */
    private void isHelped(Student student, LoggedEvent event) {
        if (event.envelope().eventType().equals(EventTypes.HINT_SENT)) {
            student.hints().sent(event);
            return;
        }
        StudentState before = standings.of(student, event.occurredAt()).state();
        asks(student, event);
        if (before == StudentState.ASKING) {
            worksAgain(student, event.occurredAt());
        }
    }

    private void worksAgain(Student student, Instant when) {
        if (standings.of(student, when).state() == StudentState.WORKING) {
            student.worksSince(when);
        }
    }

    /** Ends a help request whose heartbeat stopped; the same at whatever instant it is noticed. */
    boolean lapse(Student student, Instant now) {
        HelpRequest help = student.help();
        Instant lapses = help == null ? null : help.lapsesAt(rules.helpLapse());
        if (help == null || lapses == null || now.isBefore(lapses)) {
            return false;
        }
        becomes(student, help, steps.at(help, now));
        worksAgain(student, lapses);
        return true;
    }

    private void run(Student student, PlacedEvent placed, boolean late) {
        LoggedEvent event = placed.event();
        Envelope envelope = event.envelope();
        boolean failed =
                envelope.hasError() == null ? envelope.eventType().equals(EventTypes.CELL_ERROR) : envelope.hasError();
        CellRuns cell = student.runs(placed, failed, late, rules.failingRuns());
        if (cell != null) {
            changes.cell(student.id(), cell, placed.notebook());
            cluster(student, placed, failed, cell.at().equals(event.occurredAt()));
        }
        if (failed) {
            errorSeconds.add(event.occurredAt());
        }
    }

    private void cluster(Student student, PlacedEvent placed, boolean failed, boolean isLatest) {
        Envelope envelope = placed.event().envelope();
        String cell = placed.cell();
        if (failed) {
            clusters.failed(student.id(), envelope, cell, placed.event().occurredAt(), isLatest);
        } else if (isLatest) {
            clusters.solved(student.id(), envelope, cell, placed.event().occurredAt());
        }
    }

    private void now(Student student, LoggedEvent event) {
        switch (event.envelope().eventType()) {
            case EventTypes.NOTEBOOK_OPENED, EventTypes.PROGRESS_UPDATE -> student.learnsNotebook(event.envelope());
            case EventTypes.HELP, EventTypes.HELP_STOP -> asks(student, event);
            case EventTypes.HINT_SEEN -> student.hints().seen(event);
            case "kernel_restarted", "kernel_started" -> student.kernelIsBack();
            case "kernel_died" -> student.kernelDied(event.occurredAt());
            default -> {
                // Every other type shows only that the student is there.
            }
        }
    }

    private void asks(Student student, LoggedEvent event) {
        Presence place = student.presence();
        HelpRequest asked =
                HelpSteps.asked(event, place.notebook(), place.notebookPath(), place.cellId(), place.cellIndex());
        HelpRequest known = student.help();
        HelpRequest next = steps.after(known, event, asked);
        if (next != null) {
            becomes(student, known, next);
        }
    }

    /** Heartbeats show nothing new. */
    private void becomes(Student student, @Nullable HelpRequest known, HelpRequest next) {
        student.asks(next);
        HelpView view = next.view(student.id(), null);
        if (known == null || !view.equals(known.view(student.id(), null))) {
            changes.help(view);
            changes.student(student.id());
        }
    }
}
