package io.cellmonitor.report;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.report.Report.ClusterReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The figures of students and clusters out of the fold that the screen shows: it starts with the class's day in which the report begins, so that it knows what
 * the screen knew then. For one thread at a time.
 */
final class ReportFold {

    private static final int MOST_CLUSTERS = 50;

    private final ClassDay classDay;
    private final Rules rules;
    private final Set<UUID> staff;
    private final Instant from;
    private final Classroom classroom;
    private final Map<UUID, StudentFigures> figures = new HashMap<>();
    private final Map<String, ClusterFigures> clusters = new HashMap<>();
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

    /** What {@link #students} and {@link #clusters} say is true at {@code end} now. Nothing is applied after that. */
    ReportFold end(Instant end) {
        startDay(end);
        classroom.at(end);
        students(classroom.takeChanges(), end);
        figures.values().forEach(student -> student.end(end));
        return this;
    }

    /** By student; who did nothing is not there. */
    Map<UUID, StudentFigures> students() {
        return figures;
    }

    /** Mistakes that several students made, the largest first. */
    List<ClusterReport> clusters() {
        return clusters.values().stream()
                .map(ClusterFigures::report)
                .filter(cluster -> cluster.students() > 1)
                .sorted(Comparator.comparingInt(ClusterReport::students)
                        .thenComparingInt(ClusterReport::runs)
                        .reversed()
                        .thenComparing(ClusterReport::cluster))
                .limit(MOST_CLUSTERS)
                .toList();
    }

    private void apply(LoggedEvent event) {
        startDay(event.receivedAt());
        // Who became stuck by time alone is seen so also where this event ends it.
        classroom.at(event.receivedAt());
        students(classroom.takeChanges(), event.receivedAt());
        classroom.apply(event);
        Picture changed = classroom.takeChanges();
        students(changed, event.receivedAt());
        for (ClusterView view : changed.clusters()) {
            clusters.computeIfAbsent(view.cluster(), id -> new ClusterFigures(view, from))
                    .next(view, event.envelope().student(), event.receivedAt());
        }
    }

    private void startDay(Instant at) {
        LocalDate next = classDay.of(at);
        if (next.isAfter(day)) {
            Instant nightfall = classDay.startOf(day.plusDays(1));
            figures.values().forEach(student -> student.end(nightfall));
            clusters.values().forEach(ClusterFigures::startDay);
            day = next;
        }
    }

    private void students(Picture changed, Instant at) {
        changed.students()
                .forEach(view -> figures.computeIfAbsent(
                                view.student(), id -> new StudentFigures(from, rules.awayAfter()))
                        .next(view, at));
    }
}
