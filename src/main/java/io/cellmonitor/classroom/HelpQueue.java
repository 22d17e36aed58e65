package io.cellmonitor.classroom;

import io.cellmonitor.event.StreamId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who is next: who has waited longest, by the minute; of those who asked in the same minute who was helped least today; then who asked first.
 * Only events move it, no passing of time.
 */
final class HelpQueue {

    private static final Comparator<Student> FAIR = Comparator.comparing(
                    (Student student) -> request(student).since().truncatedTo(ChronoUnit.MINUTES))
            .thenComparing(Student::timesHelped)
            .thenComparing(student -> request(student).since())
            .thenComparing(student -> request(student).id());

    /**
     * A place in the queue.
     *
     * @param number from 1
     */
    record Place(UUID student, StreamId request, int number) {}

    private Set<Place> told = Set.of();

    private static HelpRequest request(Student student) {
        return Objects.requireNonNull(student.help());
    }

    /** The places of those whom nobody has taken on, by student. */
    static Map<UUID, Place> places(Collection<Student> students) {
        List<Student> waiting = students.stream()
                .filter(student -> student.help() != null && request(student).state() == HelpState.WAITING)
                .sorted(FAIR)
                .toList();
        Map<UUID, Place> places = new HashMap<>();
        waiting.forEach(student -> places.put(
                student.id(), new Place(student.id(), request(student).id(), places.size() + 1)));
        return places;
    }

    /** Who has a place that was not told at the last call. */
    List<UUID> moved(Map<UUID, Place> places) {
        Set<Place> before = told;
        told = Set.copyOf(places.values());
        return told.stream()
                .filter(place -> !before.contains(place))
                .map(Place::student)
                .toList();
    }
}
