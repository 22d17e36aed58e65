package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A help request as frames show it.
 *
 * @param request stream id of the first asking: its key
 * @param state {@code waiting, withdrawn, lapsed}; what does not wait any more is removed from the screen
 * @param message the student's words; null here, joined at the rim for those who may read them
 */
public record HelpView(
        String request,
        UUID student,
        String state,
        Instant since,
        @Nullable String message,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    /** Somebody waits. */
    public static final String WAITING = "waiting";
    /** The student asks no longer. */
    public static final String WITHDRAWN = "withdrawn";
    /** The heartbeat stopped. */
    public static final String LAPSED = "lapsed";

    /** The same with the student's words. */
    public HelpView withMessage(@Nullable String words) {
        return new HelpView(request, student, state, since, words, notebook, notebookPath, cellId, cellIndex);
    }
}
