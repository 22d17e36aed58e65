package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event and the learning session it belongs to; null when it belongs to none (no notebook, no sender's session, no run). */
record PlacedEvent(LoggedEvent event, @Nullable UUID session) {

    /** Whether the event is a finished run. */
    static boolean isRun(Envelope envelope) {
        return EventTypes.isRun(envelope.eventType());
    }

    /** Whether the event is a run that ended with an error. */
    static boolean isError(Envelope envelope) {
        return envelope.eventType().equals(EventTypes.CELL_ERROR);
    }

    Envelope envelope() {
        return event.envelope();
    }
}
