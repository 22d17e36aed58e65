package io.cellmonitor.watch;

import io.cellmonitor.event.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hint as its student reads it.
 *
 * @param place in the log
 * @param text null when it cannot be opened
 * @param notebookPath the shared path; null when unknown
 * @param from the teacher's name; null when it cannot be opened
 */
public record HintView(
        UUID id,
        StreamId place,
        @Nullable String text,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable String from) {}
