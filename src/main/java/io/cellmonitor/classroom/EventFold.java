package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.time.Instant;

/** What one event does to one student. */
final class EventFold {

    private final Rules rules;
    private final StandingRules standings;
    private final Changes changes;
    private final ErrorSeconds errorSeconds;

    EventFold(Rules rules, StandingRules standings, Changes changes, ErrorSeconds errorSeconds) {
        this.rules = rules;
        this.standings = standings;
        this.changes = changes;
        this.errorSeconds = errorSeconds;
    }

    void apply(Student student, LoggedEvent event) {
        boolean late = event.envelope().lateMs() > rules.lateAfter().toMillis();
        Instant when = event.occurredAt();
        lapse(student, event.receivedAt());
        StudentState before = standings.of(student, when).state();
        if (EventTypes.isRun(event.envelope().eventType())) {
            run(student, event, late);
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

    /** Ends a help request whose heartbeat stopped; the same at whatever instant it is noticed. */
    boolean lapse(Student student, Instant now) {
        HelpRequest help = student.help();
        Instant lapses = help == null ? null : help.lapsesAt(rules.helpLapse());
        if (help == null || lapses == null || now.isBefore(lapses)) {
            return false;
        }
        student.asks(null);
        changes.help(help.view(student.id(), HelpView.LAPSED));
        if (standings.of(student, lapses).state() == StudentState.WORKING) {
            student.worksSince(lapses);
        }
        return true;
    }

    private void run(Student student, LoggedEvent event, boolean late) {
        Envelope envelope = event.envelope();
        boolean failed =
                envelope.hasError() == null ? envelope.eventType().equals(EventTypes.CELL_ERROR) : envelope.hasError();
        CellRuns cell = student.runs(event, failed, late, rules.failingRuns());
        if (cell != null) {
            changes.cell(student.id(), cell);
        }
        if (failed) {
            errorSeconds.add(event.occurredAt());
        }
    }

    private void now(Student student, LoggedEvent event) {
        switch (event.envelope().eventType()) {
            case EventTypes.NOTEBOOK_OPENED, EventTypes.PROGRESS_UPDATE -> student.learnsNotebook(event.envelope());
            case EventTypes.HELP -> asks(student, event);
            case EventTypes.HELP_STOP -> asksNoLonger(student);
            case "kernel_died" -> student.kernelDied(event.occurredAt());
            default -> {
                // Every other type shows only that the student is there.
            }
        }
    }

    private void asks(Student student, LoggedEvent event) {
        HelpRequest known = student.help();
        if (known != null) {
            student.asks(known.heardAgain(event.receivedAt()));
            return;
        }
        Presence place = student.presence();
        HelpRequest request = new HelpRequest(
                event.id(),
                event.occurredAt(),
                false,
                event.receivedAt(),
                place.notebook(),
                place.notebookPath(),
                place.cellId(),
                place.cellIndex());
        student.asks(request);
        changes.help(request.view(student.id(), HelpView.WAITING));
    }

    private void asksNoLonger(Student student) {
        HelpRequest known = student.help();
        if (known != null) {
            student.asks(null);
            changes.help(known.view(student.id(), HelpView.WITHDRAWN));
        }
    }
}
