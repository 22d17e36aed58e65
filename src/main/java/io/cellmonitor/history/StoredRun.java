package io.cellmonitor.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished run with its words, for somebody who may read them.
 *
 * @param id its place in the log
 * @param notebookPath the shared path
 * @param cellId of the cell in the student's own file
 * @param executionCount the number that the kernel gave the run, as {@code [3]} beside the cell
 * @param durationMs kernel time in milliseconds
 * @param cut what is there only in part, for it was longer than its limit, such as {@code code} or {@code result}
 */
public record StoredRun(
        String id,
        String eventId,
        String eventType,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable String cellType,
        @Nullable String code,
        @Nullable String result,
        @Nullable Boolean hasError,
        @Nullable String errorName,
        @Nullable String errorMessage,
        @Nullable String traceback,
        @Nullable Integer executionCount,
        @Nullable Long durationMs,
        Instant occurredAt,
        Instant receivedAt,
        List<String> cut) {}
