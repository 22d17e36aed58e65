package io.cellmonitor.classroom;

import io.cellmonitor.event.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student's latest asking for help, however far it is ({@link HelpSteps}). Sent again, {@code help} is a heartbeat of the same request; once
 * it had one, silence ends it.
 *
 * @param id place of the first asking in the log
 * @param since when it happened
 * @param heartbeat whether it was ever sent again
 * @param lastHeard log time of the latest {@code help}; {@link Instant#EPOCH} when the student has put an ended one aside
 * @param claim who took it on, or helped; null while nobody has
 */
public record HelpRequest(
        StreamId id,
        Instant since,
        HelpState state,
        boolean heartbeat,
        Instant lastHeard,
        @Nullable HelpClaim claim,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    HelpRequest heardAgain(Instant when) {
        return new HelpRequest(id, since, state, true, when, claim, notebook, notebookPath, cellId, cellIndex);
    }

    HelpRequest putAside() {
        return new HelpRequest(
                id, since, state, heartbeat, Instant.EPOCH, claim, notebook, notebookPath, cellId, cellIndex);
    }

    /** The same, ended by silence. */
    public HelpRequest lapsed() {
        return in(HelpState.LAPSED);
    }

    HelpRequest in(HelpState next) {
        return in(next, claim);
    }

    HelpRequest in(HelpState next, @Nullable HelpClaim by) {
        return new HelpRequest(id, since, next, heartbeat, lastHeard, by, notebook, notebookPath, cellId, cellIndex);
    }

    /** When silence ends it; null when it has ended or never had a heartbeat. */
    @Nullable
    Instant lapsesAt(Duration silence) {
        return heartbeat && state.isOpen() ? lastHeard.plus(silence) : null;
    }

    /** {@code position} in the queue from 1; null when it does not wait there. */
    HelpView view(UUID student, @Nullable Integer position) {
        return new HelpView(
                id.toString(),
                student,
                state.label(),
                since,
                position,
                claim,
                null,
                notebook,
                notebookPath,
                cellId,
                cellIndex);
    }
}
