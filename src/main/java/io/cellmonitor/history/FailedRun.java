package io.cellmonitor.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that failed, with its words.
 *
 * @param id its place in the log
 * @param name the student's; null when unknown
 */
public record FailedRun(
        String id,
        UUID student,
        @Nullable String name,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable String errorName,
        @Nullable String errorMessage,
        Instant occurredAt) {}
