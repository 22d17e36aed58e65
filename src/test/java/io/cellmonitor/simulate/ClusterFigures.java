package io.cellmonitor.simulate;

import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.ClusterMember;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.simulate.SimulatedLesson.TrueMistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How clusters agree with the mistakes that were made, by students in them.
 *
 * @param purity the share of clusters' students who made the mistake that most in their cluster made
 * @param coverage the share of a mistake's students who are in the cluster that has most of them
 */
record ClusterFigures(double purity, double coverage) {

    private record Place(String cell, String mistake) {}

    static ClusterFigures of(SimulatedLesson lesson, Classroom classroom) {
        Map<Place, Set<UUID>> made = lesson.mistakes().stream()
                .collect(Collectors.groupingBy(
                        it -> new Place(it.cell(), it.mistake()),
                        Collectors.mapping(TrueMistake::student, Collectors.toSet())));
        Map<String, List<Set<UUID>>> clusters = clusters(classroom);
        double members = 0;
        double right = 0;
        for (Map.Entry<String, List<Set<UUID>>> cell : clusters.entrySet()) {
            for (Set<UUID> cluster : cell.getValue()) {
                members += cluster.size();
                right += most(of(made, cell.getKey()), cluster);
            }
        }
        double students = 0;
        double covered = 0;
        for (Map.Entry<Place, Set<UUID>> mistake : made.entrySet()) {
            students += mistake.getValue().size();
            covered += most(clusters.getOrDefault(mistake.getKey().cell(), List.of()), mistake.getValue());
        }
        return new ClusterFigures(right / members, covered / students);
    }

    private static List<Set<UUID>> of(Map<Place, Set<UUID>> made, String cell) {
        return made.entrySet().stream()
                .filter(entry -> entry.getKey().cell().equals(cell))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, List<Set<UUID>>> clusters(Classroom classroom) {
        Map<String, List<Set<UUID>>> clusters = new HashMap<>();
        for (ClusterView cluster : classroom.picture().clusters()) {
            Set<UUID> members = classroom.cluster(cluster.cluster()).orElseThrow().members().stream()
                    .map(ClusterMember::student)
                    .collect(Collectors.toSet());
            clusters.computeIfAbsent(cluster.cellId(), cell -> new ArrayList<>())
                    .add(members);
        }
        return clusters;
    }

    private static double most(List<Set<UUID>> groups, Set<UUID> group) {
        return groups.stream()
                .mapToLong(other -> group.stream().filter(other::contains).count())
                .max()
                .orElse(0);
    }
}
