package io.cellmonitor.classroom;

import io.cellmonitor.classroom.Cluster.SavedCluster;
import io.cellmonitor.event.StreamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that the fold remembers, to be saved and restored; it holds no student's name or words.
 *
 * @param day the class's day that it counts
 * @param at the place in the log up to which it is true
 * @param errorSeconds failed runs by the second (of the epoch) in which they happened, of the last minutes
 */
public record ClassroomState(
        LocalDate day,
        StreamId at,
        List<SavedStudent> students,
        Map<Long, Integer> errorSeconds,
        List<SavedNotebook> notebooks,
        List<SavedCluster> clusters) {

    /** A day on which nothing happened yet. */
    public static ClassroomState empty(LocalDate day, StreamId at) {
        return new ClassroomState(day, at, List.of(), Map.of(), List.of(), List.of());
    }

    /** The same without these, who turned out to be no students. */
    public ClassroomState without(Set<UUID> staff) {
        List<SavedStudent> others = students.stream()
                .filter(student -> !staff.contains(student.id()))
                .toList();
        List<SavedCluster> othersClusters =
                clusters.stream().map(cluster -> cluster.without(staff)).toList();
        return new ClassroomState(day, at, others, errorSeconds, notebooks, othersClusters);
    }
}
