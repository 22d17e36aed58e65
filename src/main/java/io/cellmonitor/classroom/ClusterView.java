package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same mistake of several students in one cell, as frames show it.
 *
 * @param cluster stable: the same mistake in the same cell has it on any day
 * @param shape the error's message with … for what varies; null where nothing of it may be shown
 * @param cellId the notebook's cell ({@link SharedCellView#cellId}), or a student's own
 * @param students who is in it now: their latest run of the cell failed that way
 * @param solved who was in it today and got out by a good run
 * @param runs failed runs of it today
 * @param since when the first of them happened
 * @param latest when the last of them happened
 */
public record ClusterView(
        String cluster,
        String errorName,
        @Nullable String shape,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        List<UUID> students,
        int solved,
        int runs,
        Instant since,
        Instant latest) {

    /** Whether a failed run is of this mistake, wherever it was made. */
    public boolean isMistakeOf(Envelope envelope) {
        Mistake mistake = Mistake.of(envelope, cellId);
        return errorName.equals(mistake.errorName()) && Objects.equals(shape, mistake.shape());
    }
}
