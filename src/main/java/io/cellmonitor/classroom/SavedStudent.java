package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the fold remembers of one student, to be saved; no names, no words.
 *
 * @param seen the latest event ids, oldest first, as {@link RecentIds} keeps them
 */
record SavedStudent(
        UUID id,
        byte[] seen,
        Presence presence,
        int executions,
        int errors,
        @Nullable Instant kernelDiedAt,
        boolean isKernelBack,
        Instant workingSince,
        @Nullable Instant finishedSince,
        List<CellRuns> cells,
        List<NotebookCells> notebooks,
        List<NotebookCopy> copies,
        List<RecentRun> recentRuns,
        @Nullable HelpRequest help,
        int timesHelped,
        List<Hint> hints) {}
