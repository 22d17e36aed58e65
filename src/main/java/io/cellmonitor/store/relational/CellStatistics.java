package io.cellmonitor.store.relational;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a class did with one code cell.
 *
 * @param notebook null for runs of a sender that names no notebook
 * @param notebookPath the shared path
 * @param cellIndex where it mostly stood
 * @param students who ran it
 * @param succeeded of them, how many ran it well at least once
 * @param errors runs that failed
 * @param medianTries runs of a student
 * @param medianSeconds from a student's first run to the first that went well, of those who succeeded; null when nobody did
 * @param p90Seconds nine in ten needed no longer
 * @param tries how many students ran it once, twice, three times, four times, more often
 * @param errorNames by students, most first
 */
@Schema(name = "CellStatistics")
public record CellStatistics(
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        long students,
        long succeeded,
        long runs,
        long errors,
        double medianTries,
        @Nullable Double medianSeconds,
        @Nullable Double p90Seconds,
        List<Long> tries,
        List<ErrorCount> errorNames) {

    /** How many students met an error; {@code Other} stands for names that are not widely known. */
    @Schema(name = "ErrorCount")
    public record ErrorCount(String name, long students) {}
}
