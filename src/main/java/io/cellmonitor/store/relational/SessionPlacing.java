package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of each event of a batch, in log order. A sender that names none gets {@code auto:} and the log id of the first event of
 * that student and notebook after 30 minutes of silence; until then the event belongs where the one before it does.
 */
final class SessionPlacing {

    static final Duration SILENCE = Duration.ofMinutes(30);

    /** A student's work at a notebook (null: without a path). */
    record Place(UUID classId, UUID student, @Nullable UUID notebook) {
        static Place of(Envelope envelope) {
            return new Place(envelope.classId(), envelope.student(), envelope.notebookId());
        }
    }

    /** A session as its sender calls it. */
    private record Named(Place place, String name) {
        UUID id() {
            return SessionIds.of(place.classId(), place.student(), place.notebook(), name);
        }
    }

    /** The last event at a place so far. */
    record Last(StreamId at, UUID session) {}

    private final Map<Place, Last> last;
    /** A batch has the same few again and again, and an id is a hash. */
    private final Map<Named, UUID> named = new HashMap<>();

    private final Map<EventBatch.Key, UUID> stored;

    /**
     * @param last the last stored event before the batch, for the places that need it
     * @param stored the sessions of events of the batch that are stored already
     */
    SessionPlacing(Map<Place, Last> last, Map<EventBatch.Key, UUID> stored) {
        this.last = new HashMap<>(last);
        this.stored = stored;
    }

    /** Whether the session must be found from what came before. What teachers do is in no student's session. */
    static boolean needsHistory(Envelope envelope) {
        return envelope.sessionId() == null
                && !EventTypes.isOursAlone(envelope.eventType())
                && (envelope.notebookId() != null || PlacedEvent.isRun(envelope));
    }

    List<PlacedEvent> place(EventBatch batch) {
        List<PlacedEvent> placed = new ArrayList<>(batch.events().size());
        for (LoggedEvent event : batch.events()) {
            Place place = Place.of(event.envelope());
            UUID session = session(event, place);
            if (session != null) {
                last.put(place, new Last(event.id(), session));
            }
            placed.add(new PlacedEvent(event, session));
        }
        return placed;
    }

    private @Nullable UUID session(LoggedEvent event, Place place) {
        Envelope envelope = event.envelope();
        String sent = envelope.sessionId();
        if (sent != null) {
            return named.computeIfAbsent(new Named(place, sent), Named::id);
        }
        if (!needsHistory(envelope)) {
            return null;
        }
        UUID known = stored.get(EventBatch.Key.of(envelope));
        if (known != null) {
            return known;
        }
        Last before = last.get(place);
        if (before != null && event.id().milliseconds() - before.at().milliseconds() < SILENCE.toMillis()) {
            return before.session();
        }
        return new Named(place, "auto:" + event.id()).id();
    }
}
