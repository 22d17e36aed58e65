package io.cellmonitor.ingest;

import io.cellmonitor.event.LearningEvent;
import java.util.UUID;

/** Gives ids to events that came without one. */
final class EventIds {

    private EventIds() {}

    /** The event, with a new id if it has none (UUID version 7: ids made together lie together in the index). */
    static LearningEvent withId(LearningEvent event) {
        return event.eventId() != null ? event : withId(event, next().toString());
    }

    private static UUID next() {
        UUID random = UUID.randomUUID();
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | 0x7000L | (random.getMostSignificantBits() & 0xFFFL), random.getLeastSignificantBits());
    }

    private static LearningEvent withId(LearningEvent event, String id) {
        return new LearningEvent(
                id,
                event.eventType(),
                event.eventTime(),
                event.classId(),
                event.emailAddress(),
                event.userId(),
                event.userName(),
                event.teamName(),
                event.sessionId(),
                event.notebookPath(),
                event.cellId(),
                event.cellIndex(),
                event.cellType(),
                event.code(),
                event.executionCount(),
                event.executionDurationMs(),
                event.hasError(),
                event.errorName(),
                event.errorMessage(),
                event.traceback(),
                event.result(),
                event.cellCount(),
                event.cells(),
                event.metadata());
    }
}
