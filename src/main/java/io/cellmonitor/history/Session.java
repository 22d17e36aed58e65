package io.cellmonitor.history;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One opening of one notebook.
 *
 * @param name the student's; null when unknown
 * @param notebook null for runs of a sender that names no notebook
 * @param executions runs, the failed ones included
 */
@Schema(name = "LearningSession")
public record Session(
        UUID id,
        UUID student,
        @Nullable String name,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMs,
        int executions,
        int errors) {}
