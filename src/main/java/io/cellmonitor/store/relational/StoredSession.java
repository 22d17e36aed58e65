package io.cellmonitor.store.relational;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learning session as it is stored.
 *
 * @param sealedName the student's sealed name; empty when unknown
 * @param notebook null for runs of a sender that names no notebook
 * @param endedAt log time of the last event so far
 * @param executions runs, the failed ones included
 */
public record StoredSession(
        UUID id,
        UUID student,
        byte[] sealedName,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMs,
        int executions,
        int errors) {}
