package io.cellmonitor.classroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a client keeps: students, cells, help requests, clusters and notebooks by their keys, each change in place of what was there. */
public final class PictureStore {

    private final Map<Object, StudentView> students = new LinkedHashMap<>();
    private final Map<Object, CellView> cells = new LinkedHashMap<>();
    private final Map<Object, HelpView> help = new LinkedHashMap<>();
    private final Map<Object, ClusterView> clusters = new LinkedHashMap<>();
    private final Map<Object, NotebookView> notebooks = new LinkedHashMap<>();

    /** Takes in a snapshot or what changed. */
    public void merge(Picture changes) {
        changes.students().forEach(student -> students.merge(student.student(), student, PictureStore::withKnownRuns));
        changes.cells().forEach(cell -> cells.put(key(cell), cell));
        changes.clusters().forEach(cluster -> clusters.put(cluster.cluster(), cluster));
        changes.notebooks().forEach(notebook -> notebooks.put(notebook.notebook(), notebook));
        for (HelpView request : changes.help()) {
            if (request.stillOpen()) {
                help.put(request.request(), request);
            } else {
                help.remove(request.request());
            }
        }
    }

    private static StudentView withKnownRuns(StudentView known, StudentView change) {
        if (!change.newRunsOnly()) {
            return change;
        }
        List<RecentRun> runs = Stream.concat(known.recentRuns().stream(), change.recentRuns().stream())
                .toList();
        return new StudentView(
                change.student(),
                change.name(),
                change.state(),
                change.since(),
                change.reason(),
                change.active(),
                change.need(),
                change.lastSeen(),
                change.notebook(),
                change.notebookPath(),
                change.cellId(),
                change.cellIndex(),
                change.executions(),
                change.errors(),
                change.completed(),
                change.total(),
                change.progress(),
                runs.subList(Math.max(0, runs.size() - 10), runs.size()),
                false);
    }

    private static Object key(CellView cell) {
        Object place = cell.cellId() == null ? String.valueOf(cell.cellIndex()) : cell.cellId();
        return List.of(cell.student(), String.valueOf(cell.notebook()), place);
    }

    /** Forgets everything. */
    public void clear() {
        students.clear();
        cells.clear();
        help.clear();
        clusters.clear();
        notebooks.clear();
    }

    /** All that is known. */
    public Picture picture() {
        return new Picture(
                List.copyOf(students.values()),
                List.copyOf(cells.values()),
                List.copyOf(help.values()),
                List.copyOf(clusters.values()),
                List.copyOf(notebooks.values()));
    }
}
