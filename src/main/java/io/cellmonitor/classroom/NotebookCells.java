package io.cellmonitor.classroom;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a notebook's code cells.
 *
 * @param codeCells their ids; empty when the sender gave no list
 * @param total how many there are; null when nobody said
 */
record NotebookCells(
        @Nullable UUID notebook,
        Set<String> codeCells,
        @Nullable Integer total) {

    static NotebookCells unknown(@Nullable UUID notebook) {
        return new NotebookCells(notebook, Set.of(), null);
    }

    NotebookCells with(Envelope envelope) {
        Set<String> ids = envelope.cells().stream()
                .filter(cell -> "code".equals(cell.type()))
                .map(CellRef::id)
                .collect(Collectors.toUnmodifiableSet());
        return new NotebookCells(notebook, ids.isEmpty() ? codeCells : ids, total(envelope, ids));
    }

    private @Nullable Integer total(Envelope envelope, Set<String> ids) {
        if (envelope.totalCells() != null) {
            return envelope.totalCells();
        }
        // No conditional expression: mixed with an int it would unbox a total that nobody said.
        if (ids.isEmpty()) {
            return total;
        }
        return ids.size();
    }

    boolean contains(CellKey cell) {
        return cell.cellId() == null || codeCells.isEmpty() || codeCells.contains(cell.cellId());
    }
}
