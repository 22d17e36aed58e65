package io.cellmonitor.watch;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.StudentView;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What deltas told last of students and clusters, so that the next one need not say it again. For one thread at a time. */
final class Told {

    private final Map<UUID, StudentView> students = new HashMap<>();
    private final Map<String, ClusterView> clusters = new HashMap<>();

    /** These are told now; gives what was told of them before. */
    ToldBefore tell(Picture changes) {
        Map<UUID, StudentView> studentsBefore = new HashMap<>();
        for (StudentView student : changes.students()) {
            StudentView before = students.put(student.student(), student);
            if (before != null) {
                studentsBefore.put(student.student(), before);
            }
        }
        Map<String, ClusterView> clustersBefore = new HashMap<>();
        for (ClusterView cluster : changes.clusters()) {
            ClusterView before = clusters.put(cluster.cluster(), cluster);
            if (before != null) {
                clustersBefore.put(cluster.cluster(), before);
            }
        }
        return new ToldBefore(studentsBefore, clustersBefore);
    }

    /** Whoever looks begins anew. */
    void forget() {
        students.clear();
        clusters.clear();
    }
}
