package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of a student's latest runs, as frames show it. */
public record RecentRun(
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        boolean hasError,
        @Nullable String errorName,
        Instant at) {

    static RecentRun of(LoggedEvent event, boolean failed) {
        Envelope envelope = event.envelope();
        return new RecentRun(envelope.cellId(), envelope.cellIndex(), failed, envelope.errorName(), event.occurredAt());
    }
}
