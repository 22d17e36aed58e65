package io.cellmonitor.classroom;

import io.cellmonitor.event.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student asks for help. Sent again, {@code help} is a heartbeat of the same request; once it had one, silence ends it.
 *
 * @param id place of the first asking in the log
 * @param heartbeat whether it was ever sent again
 * @param lastHeard log time of the latest {@code help}
 */
record HelpRequest(
        StreamId id,
        Instant since,
        boolean heartbeat,
        Instant lastHeard,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    HelpRequest heardAgain(Instant when) {
        return new HelpRequest(id, since, true, when, notebook, notebookPath, cellId, cellIndex);
    }

    /** When silence ends it; null when it never had a heartbeat. */
    @Nullable
    Instant lapsesAt(Duration silence) {
        return heartbeat ? lastHeard.plus(silence) : null;
    }

    HelpView view(UUID student, String state) {
        return new HelpView(id.toString(), student, state, since, null, notebook, notebookPath, cellId, cellIndex);
    }
}
