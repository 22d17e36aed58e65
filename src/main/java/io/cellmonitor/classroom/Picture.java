package io.cellmonitor.classroom;

import java.util.List;

/** Students, cells, help requests, clusters of mistakes and notebooks: all of a class, or those that changed. */
public record Picture(
        List<StudentView> students,
        List<CellView> cells,
        List<HelpView> help,
        List<ClusterView> clusters,
        List<NotebookView> notebooks) {

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return students.isEmpty() && cells.isEmpty() && help.isEmpty() && clusters.isEmpty() && notebooks.isEmpty();
    }
}
