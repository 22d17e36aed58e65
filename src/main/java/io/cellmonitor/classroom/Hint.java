package io.cellmonitor.classroom;

import io.cellmonitor.event.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hint that a student has not seen; its words are with {@code hint_sent}, sealed.
 *
 * @param at its place in the log
 * @param teacher who sent it: the account's row in {@code users}
 * @param notebookPath the shared path; null when unknown
 */
public record Hint(
        UUID id,
        StreamId at,
        UUID teacher,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId) {}
