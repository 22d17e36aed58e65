package io.cellmonitor.watch;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.NotebookView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** At which place each part of a class last changed on screens. For one thread at a time. */
final class Changed {

    private final ChangedSince<UUID> students;
    private final ChangedSince<String> clusters;
    private final ChangedSince<UUID> notebooks;

    Changed(StreamId place) {
        students = new ChangedSince<>(place);
        clusters = new ChangedSince<>(place);
        notebooks = new ChangedSince<>(place);
    }

    /** Anything may have changed up to this place. */
    void allAt(StreamId place) {
        students.allAt(place);
        clusters.allAt(place);
        notebooks.allAt(place);
    }

    void at(StreamId place, Picture changes) {
        students.at(place, changes.students().stream().map(StudentView::student).toList());
        clusters.at(place, changes.clusters().stream().map(ClusterView::cluster).toList());
        notebooks.at(
                place, changes.notebooks().stream().map(NotebookView::notebook).toList());
    }

    boolean isSince(StudentView student, StreamId place) {
        return students.isSince(student.student(), place);
    }

    boolean isSince(ClusterView cluster, StreamId place) {
        return clusters.isSince(cluster.cluster(), place);
    }

    /** A cell may become one of all, or of its student alone, only with its notebook. */
    boolean isNotebookSince(@Nullable UUID notebook, StreamId place) {
        return notebook != null && notebooks.isSince(notebook, place);
    }
}
