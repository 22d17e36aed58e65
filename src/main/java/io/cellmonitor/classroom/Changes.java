package io.cellmonitor.classroom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which students, cells, help requests, clusters and notebooks changed since the last frame. */
final class Changes {

    private final Set<UUID> students = new LinkedHashSet<>();
    private final Map<UUID, Map<CellKey, CellView>> cells = new LinkedHashMap<>();
    private final Map<String, HelpView> help = new LinkedHashMap<>();
    private final Set<String> clusters = new LinkedHashSet<>();
    private final Set<UUID> notebooks = new LinkedHashSet<>();

    void student(UUID student) {
        students.add(student);
    }

    void cell(UUID student, CellRuns cell, @Nullable SharedNotebook notebook) {
        cells.computeIfAbsent(student, key -> new LinkedHashMap<>())
                .put(cell.key(), CellView.of(student, cell, notebook));
    }

    void help(HelpView view) {
        help.put(view.request(), view);
    }

    void cluster(String cluster) {
        clusters.add(cluster);
    }

    void notebook(UUID notebook) {
        notebooks.add(notebook);
    }

    boolean isEmpty() {
        return students.isEmpty() && cells.isEmpty() && help.isEmpty() && clusters.isEmpty() && notebooks.isEmpty();
    }

    boolean hasHelp() {
        return !help.isEmpty();
    }

    Picture take(
            Function<UUID, StudentView> view,
            Function<String, ClusterView> cluster,
            Function<UUID, NotebookView> notebook) {
        Picture taken = new Picture(
                students.stream().map(view).toList(),
                cells.values().stream()
                        .flatMap(byKey -> byKey.values().stream())
                        .toList(),
                List.copyOf(help.values()),
                clusters.stream().map(cluster).toList(),
                notebooks.stream().map(notebook).toList());
        clear();
        return taken;
    }

    void clear() {
        students.clear();
        cells.clear();
        help.clear();
        clusters.clear();
        notebooks.clear();
    }
}
