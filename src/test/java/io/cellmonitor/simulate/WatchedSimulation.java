package io.cellmonitor.simulate;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Folds a simulated lesson as a screen sees it: second by second, each change when it is shown. */
final class WatchedSimulation {

    /** A student is shown so from {@code at} on. */
    record Shown(Instant at, UUID student, String state) {}

    private final SimulatedLesson lesson;
    private final Classroom classroom;
    private final Map<UUID, StudentView> now = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    WatchedSimulation(SimulatedLesson lesson, Rules rules) {
        this.lesson = lesson;
        this.classroom = new Classroom(
                rules,
                new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0)),
                new StreamId(SimulatedLesson.START.toEpochMilli() - 1, 0));
    }

    /** {@code everyHalfMinute} gets what is shown then. */
    void watch(BiConsumer<Instant, Collection<StudentView>> everyHalfMinute) {
        Instant clock = SimulatedLesson.START;
        for (LoggedEvent event : lesson.events()) {
            while (!clock.isAfter(event.receivedAt())) {
                tick(clock, everyHalfMinute);
                clock = clock.plusSeconds(1);
            }
            classroom.apply(event);
            take(event.receivedAt());
        }
    }

    private void tick(Instant clock, BiConsumer<Instant, Collection<StudentView>> everyHalfMinute) {
        classroom.at(clock);
        take(clock);
        if (clock.getEpochSecond() % 30 == 0) {
            everyHalfMinute.accept(clock, now.values());
        }
    }

    private void take(Instant at) {
        for (StudentView student : classroom.takeChanges().students()) {
            StudentView before = now.put(student.student(), student);
            if (before == null || !before.state().equals(student.state())) {
                shown.add(new Shown(at, student.student(), student.state()));
            }
        }
    }

    Classroom classroom() {
        return classroom;
    }

    List<Shown> shown() {
        return shown;
    }
}
