package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cells that a student ran today, and what is known of the notebooks they are in. */
final class StudentCells {

    /** A sender that names a new cell with every run must not fill the memory; further cells are counted, not kept. */
    private static final int MAX_CELLS = 5_000;

    private final Map<CellKey, CellRuns> cells = new LinkedHashMap<>();
    private final Map<@Nullable UUID, NotebookCells> notebooks = new HashMap<>();

    StudentCells(List<CellRuns> savedCells, List<NotebookCells> savedNotebooks) {
        savedCells.forEach(cell -> cells.put(cell.key(), cell));
        savedNotebooks.forEach(notebook -> notebooks.put(notebook.notebook(), notebook));
    }

    void learnNotebook(Envelope envelope) {
        NotebookCells known = notebook(envelope.notebookId());
        if (notebooks.size() < MAX_CELLS || notebooks.containsKey(envelope.notebookId())) {
            notebooks.put(envelope.notebookId(), known.with(envelope));
        }
    }

    /** Counts a run; gives the cell as it stands now, or null when the event names none. */
    @Nullable
    CellRuns run(PlacedEvent placed, boolean failed, boolean late, int failingRuns) {
        LoggedEvent event = placed.event();
        Envelope envelope = event.envelope();
        CellKey key = CellKey.of(envelope);
        if (!key.isKnown() || cells.size() >= MAX_CELLS && !cells.containsKey(key)) {
            return null;
        }
        boolean code = envelope.cellType() == null || envelope.cellType().equals("code");
        CellRuns before = cells.getOrDefault(key, CellRuns.none(key));
        CellRuns after = late
                ? before.lateRun(code, failed, event.occurredAt())
                : before.run(envelope.cellIndex(), code, failed, event.occurredAt(), failingRuns);
        SharedNotebook notebook = placed.notebook();
        Integer passed = before.passedAt() == null ? after.passSeconds() : null;
        if (notebook != null && passed != null) {
            notebook.passed(placed.cell(), passed);
        }
        after = after.at(placed.cell(), notebook == null || !failed ? null : notebook.medianSeconds(placed.cell()));
        cells.put(after.key(), after);
        return after;
    }

    /** How many code cells of the notebook went well at their latest run; never more than its total. */
    int completed(@Nullable UUID notebookId) {
        NotebookCells notebook = notebook(notebookId);
        int count = 0;
        for (CellRuns cell : cells.values()) {
            boolean here = Objects.equals(cell.key().notebook(), notebookId);
            if (here && cell.isCompleted() && notebook.contains(cell.key())) {
                count++;
            }
        }
        Integer total = notebook.total();
        return total == null ? count : Math.min(count, total);
    }

    /** How many code cells the notebook has; null when nobody said. */
    @Nullable
    Integer total(@Nullable UUID notebookId) {
        return notebook(notebookId).total();
    }

    boolean isFinished(@Nullable UUID notebookId) {
        Integer total = total(notebookId);
        return total != null && total > 0 && completed(notebookId) == total;
    }

    /**
     * Whether a cell behind that one, or of another notebook, went well for the first time since its last run. A cell in front of it, or one of
     * their own, may be a try to mend it.
     */
    boolean isAnotherPassedSince(CellRuns failing) {
        for (CellRuns cell : cells.values()) {
            boolean later = cell.passedAt() != null && cell.passedAt().isAfter(failing.at());
            if (later
                    && isBehind(failing, cell)
                    && notebook(cell.key().notebook()).contains(cell.key())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehind(CellRuns failing, CellRuns cell) {
        if (!Objects.equals(failing.key().notebook(), cell.key().notebook())) {
            return true;
        }
        return failing.cellIndex() != null && cell.cellIndex() != null && cell.cellIndex() > failing.cellIndex();
    }

    Collection<CellRuns> all() {
        return cells.values();
    }

    List<CellRuns> saved() {
        return List.copyOf(cells.values());
    }

    List<NotebookCells> savedNotebooks() {
        return List.copyOf(notebooks.values());
    }

    private NotebookCells notebook(@Nullable UUID notebook) {
        NotebookCells known = notebooks.get(notebook);
        return known == null ? NotebookCells.unknown(notebook) : known;
    }
}
