package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One cell of one student as frames show it; its key: student, notebook, and cellId or else cellIndex.
 *
 * @param sharedCellId the notebook's cell that it is, {@link SharedCellView#cellId}; null for one of their own
 */
public record CellView(
        UUID student,
        @Nullable UUID notebook,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable String sharedCellId,
        int runs,
        int errors,
        boolean hasError,
        Instant at) {

    static CellView of(UUID student, CellRuns cell, @Nullable SharedNotebook notebook) {
        boolean isShared = notebook != null && notebook.isShared(cell.sharedCell());
        return new CellView(
                student,
                cell.key().notebook(),
                cell.key().cellId(),
                cell.cellIndex(),
                isShared ? cell.sharedCell() : null,
                cell.runs(),
                cell.errors(),
                cell.hasError(),
                cell.at());
    }
}
