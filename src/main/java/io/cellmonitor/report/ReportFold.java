package io.cellmonitor.report;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The students' figures out of the fold that the screen shows: it starts with the class's day in which the report begins, so that it knows what
 * the screen knew then. For one thread at a time.
 */
final class ReportFold {

    private final ClassDay classDay;
    private final Rules rules;
    private final Set<UUID> staff;
    private final Instant from;
    private final Classroom classroom;
    private final Map<UUID, StudentFigures> figures = new HashMap<>();
    private LocalDate day;
    private StreamId position;

    /** {@code staff}: their own runs are not a student's. */
    ReportFold(ClassDay classDay, Rules rules, Set<UUID> staff, Instant from) {
        this.classDay = classDay;
        this.rules = rules;
        this.staff = staff;
        this.from = from;
        this.day = classDay.of(from);
        this.position = new StreamId(classDay.startOf(day).toEpochMilli() - 1, Long.MAX_VALUE);
        this.classroom = new Classroom(rules, classDay, position);
    }

    /** The place in the log behind which the events are wanted. */
    StreamId position() {
        return position;
    }

    /** The next events, in log order. */
    void apply(List<LoggedEvent> events) {
        for (LoggedEvent event : events) {
            position = event.id();
            if (!staff.contains(event.envelope().student())) {
                apply(event);
            }
        }
    }

    /** The figures at {@code end}, by student; who did nothing is not there. */
    Map<UUID, StudentFigures> end(Instant end) {
        startDay(end);
        classroom.at(end);
        take(end);
        figures.values().forEach(student -> student.end(end));
        return figures;
    }

    private void apply(LoggedEvent event) {
        startDay(event.receivedAt());
        // Who became stuck by time alone is seen so also where this event ends it.
        classroom.at(event.receivedAt());
        take(event.receivedAt());
        classroom.apply(event);
        take(event.receivedAt());
    }

    private void startDay(Instant at) {
        LocalDate next = classDay.of(at);
        if (next.isAfter(day)) {
            Instant nightfall = classDay.startOf(day.plusDays(1));
            figures.values().forEach(student -> student.end(nightfall));
            day = next;
        }
    }

    private void take(Instant at) {
        classroom
                .takeChanges()
                .students()
                .forEach(view -> figures.computeIfAbsent(
                                view.student(), id -> new StudentFigures(from, rules.awayAfter()))
                        .next(view, at));
    }
}
