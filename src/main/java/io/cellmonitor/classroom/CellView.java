package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One cell of one student as frames show it; its key: student, notebook, and cellId or else cellIndex. */
public record CellView(
        UUID student,
        @Nullable UUID notebook,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        int runs,
        int errors,
        boolean hasError,
        Instant at) {

    static CellView of(UUID student, CellRuns cell) {
        return new CellView(
                student,
                cell.key().notebook(),
                cell.key().cellId(),
                cell.cellIndex(),
                cell.runs(),
                cell.errors(),
                cell.hasError(),
                cell.at());
    }
}
