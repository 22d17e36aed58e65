package io.cellmonitor.ingest;

import io.cellmonitor.event.LearningEvent;
import java.util.UUID;

/** Gives ids to events that came without one. */
final class EventIds {

    private EventIds() {}

    /** The event, with a new id if it has none (UUID version 7: ids made together lie together in the index). */
    static LearningEvent withId(LearningEvent event) {
        return event.eventId() != null ? event : event.withEventId(next().toString());
    }

    private static UUID next() {
        UUID random = UUID.randomUUID();
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | 0x7000L | (random.getMostSignificantBits() & 0xFFFL), random.getLeastSignificantBits());
    }
}
