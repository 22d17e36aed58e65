package io.cellmonitor.classroom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Which students, cells and help requests changed since the last frame. */
final class Changes {

    private final Set<UUID> students = new LinkedHashSet<>();
    private final Map<UUID, Map<CellKey, CellView>> cells = new LinkedHashMap<>();
    private final Map<String, HelpView> help = new LinkedHashMap<>();

    void student(UUID student) {
        students.add(student);
    }

    void cell(UUID student, CellRuns cell) {
        cells.computeIfAbsent(student, key -> new LinkedHashMap<>()).put(cell.key(), CellView.of(student, cell));
    }

    void help(HelpView view) {
        help.put(view.request(), view);
    }

    boolean isEmpty() {
        return students.isEmpty() && cells.isEmpty() && help.isEmpty();
    }

    boolean hasHelp() {
        return !help.isEmpty();
    }

    Picture take(Function<UUID, StudentView> view) {
        Picture taken = new Picture(
                students.stream().map(view).toList(),
                cells.values().stream()
                        .flatMap(byKey -> byKey.values().stream())
                        .toList(),
                List.copyOf(help.values()));
        clear();
        return taken;
    }

    void clear() {
        students.clear();
        cells.clear();
        help.clear();
    }
}
