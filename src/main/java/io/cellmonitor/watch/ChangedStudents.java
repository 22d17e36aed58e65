package io.cellmonitor.watch;

import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.StreamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** At which place each student last changed on screens: who was away needs only those that changed since. For one thread at a time. */
final class ChangedStudents {

    private final Map<UUID, StreamId> changedAt = new HashMap<>();
    private StreamId allAt;

    ChangedStudents(StreamId place) {
        allAt = place;
    }

    /** Any of them may have changed up to this place. */
    void allAt(StreamId place) {
        changedAt.clear();
        allAt = place;
    }

    void at(StreamId place, Collection<StudentView> students) {
        students.forEach(student -> changedAt.put(student.student(), place));
    }

    /** Whether a screen that is true at {@code place} may show the student as they were: at the place itself time may have changed them. */
    boolean isSince(UUID student, StreamId place) {
        return changedAt.getOrDefault(student, allAt).compareTo(place) >= 0;
    }
}
