package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A help request as frames show it.
 *
 * @param request stream id of the first asking: its key
 * @param state {@link HelpState#label}; what is no longer open is removed from the screen
 * @param since when the student asked
 * @param position in the queue of those that nobody has taken on, from 1; null for the others
 * @param claim who took it on, or helped; null while nobody has
 * @param message the student's words; null here, joined at the rim for those who may read them
 */
public record HelpView(
        String request,
        UUID student,
        String state,
        Instant since,
        @Nullable Integer position,
        @Nullable HelpClaim claim,
        @Nullable String message,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    /** Whether the student still asks. */
    public boolean stillOpen() {
        return HelpState.of(state).isOpen();
    }

    /** The same with the student's words and the teacher's name. */
    public HelpView withWords(@Nullable String words, @Nullable String teacherName) {
        return new HelpView(
                request,
                student,
                state,
                since,
                position,
                claim == null ? null : claim.withName(teacherName),
                words,
                notebook,
                notebookPath,
                cellId,
                cellIndex);
    }
}
