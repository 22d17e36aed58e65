package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student as frames show them.
 *
 * @param name null here, joined at the rim
 * @param state {@link StudentState#label}
 * @param since when that state began
 * @param need whose is greatest now should be helped first; null for who needs nobody
 * @param cellId where they are, in their own file
 * @param executions runs of the class's day; not the kernel's number of a run
 * @param errors of these, how many failed
 * @param completed code cells of the current notebook whose latest run went well
 * @param total its code cells; null when nobody said
 * @param progress 0 to 100; null without a total
 * @param recentRuns the last ten, oldest first
 * @param newRunsOnly only in a delta: of them those since the frame before, which follow the ones that were told
 */
public record StudentView(
        UUID student,
        @Nullable String name,
        String state,
        Instant since,
        @Nullable Reason reason,
        boolean active,
        @Nullable Need need,
        Instant lastSeen,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        int executions,
        int errors,
        int completed,
        @Nullable Integer total,
        @Nullable Double progress,
        List<RecentRun> recentRuns,

        boolean newRunsOnly) {

    /** The same with a name. */
    public StudentView withName(@Nullable String known) {
        return new StudentView(
                student,
                known,
                state,
                since,
                reason,
                active,
                need,
                lastSeen,
                notebook,
                notebookPath,
                cellId,
                cellIndex,
                executions,
                errors,
                completed,
                total,
                progress,
                recentRuns,
                newRunsOnly);
    }
}
