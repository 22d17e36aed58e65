package io.cellmonitor.classroom;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notebook of the class as its copies show it. A cell is shared when a quarter of the copies has it, two at least: what one student
 * inserted is their own, what one removed or moved stays where most have it.
 */
final class SharedNotebook {

    private static final int MAX_CELLS = 1_000;
    private static final int MAX_PATHS = 32;

    private final UUID id;
    private final Map<String, Integer> paths;
    private final Map<String, SharedCell> cells = new LinkedHashMap<>();
    private int students;
    private int listed;
    private List<SharedCellView> shown = List.of();
    private Set<String> shared = Set.of();
    private Map<Integer, String> byIndex = Map.of();

    SharedNotebook(UUID id) {
        this(new SavedNotebook(id, Map.of(), 0, 0, List.of()));
    }

    SharedNotebook(SavedNotebook saved) {
        id = saved.id();
        paths = new LinkedHashMap<>(saved.paths());
        students = saved.students();
        listed = saved.listed();
        saved.cells().forEach(cell -> cells.put(cell.id(), new SharedCell(cell)));
        settle();
    }

    /** One more student has a copy. */
    void comes(@Nullable String path) {
        students++;
        if (path != null && (paths.size() < MAX_PATHS || paths.containsKey(path))) {
            paths.merge(path, 1, Integer::sum);
        }
    }

    /** One more student's copy said which cells it has. */
    void isListed() {
        listed++;
    }

    /** One more copy has the cell; false when it has too many to remember this one. */
    boolean hold(String cell, @Nullable Integer index) {
        if (cells.size() >= MAX_CELLS && !cells.containsKey(cell)) {
            return false;
        }
        cells.computeIfAbsent(cell, SharedCell::new).hold(index);
        return true;
    }

    /** Takes in what changed; gives the cells that became shared or are so no more. */
    Set<String> settle() {
        List<SharedCell> found = cells.values().stream()
                .filter(this::isHeldByMany)
                .sorted(Comparator.comparingInt(SharedCell::index))
                .toList();
        Set<String> flipped = new HashSet<>(shared);
        shared = new HashSet<>();
        byIndex = new HashMap<>();
        for (SharedCell cell : found) {
            shared.add(cell.id());
            byIndex.putIfAbsent(cell.index(), cell.id());
            if (!flipped.remove(cell.id())) {
                flipped.add(cell.id());
            }
        }
        shown = found.stream()
                .map(cell -> new SharedCellView(cell.id(), cell.index()))
                .toList();
        return flipped;
    }

    private boolean isHeldByMany(SharedCell cell) {
        return cell.holders() >= Math.min(2, students) && cell.holders() * 4 >= listed;
    }

    /** How many of these cells are shared ones of it. */
    int overlap(Collection<String> ids) {
        return (int) ids.stream().filter(shared::contains).count();
    }

    boolean isShared(@Nullable String cell) {
        return cell != null && shared.contains(cell);
    }

    /** The shared cell that stands there in most copies. */
    @Nullable
    String cellAt(int index) {
        return byIndex.get(index);
    }

    void passed(@Nullable String cell, int seconds) {
        SharedCell known = cell == null ? null : cells.get(cell);
        if (known != null) {
            known.passed(seconds);
        }
    }

    /** Of those who got through; null without any. */
    @Nullable
    Integer medianSeconds(@Nullable String cell) {
        SharedCell known = cell == null ? null : cells.get(cell);
        return known == null ? null : known.medianSeconds();
    }

    UUID id() {
        return id;
    }

    /** What most copies are called; the first of equals. */
    @Nullable
    String path() {
        String found = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : paths.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                found = entry.getKey();
            }
        }
        return found;
    }

    /** Its code cells in order. */
    List<SharedCellView> cells() {
        return shown;
    }

    NotebookView view() {
        return new NotebookView(id, path(), shown, students);
    }

    SavedNotebook saved() {
        // A plain copy would forget the order, which decides between equals.
        return new SavedNotebook(
                id,
                new LinkedHashMap<>(paths),
                students,
                listed,
                cells.values().stream().map(SharedCell::saved).toList());
    }
}
