package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A batch in log order, each event once: of the same event (student, event id) the first writing stays (promise 2). */
record EventBatch(List<LoggedEvent> events) {

    /** What makes two events the same one. */
    record Key(UUID student, String eventId) {
        static Key of(Envelope envelope) {
            return new Key(envelope.student(), envelope.eventId());
        }
    }

    /** The batch made of what the log gave. */
    static EventBatch of(List<LoggedEvent> given) {
        Map<Key, LoggedEvent> once = new LinkedHashMap<>();
        given.stream()
                .sorted(Comparator.comparing(LoggedEvent::id))
                .forEach(event -> once.putIfAbsent(Key.of(event.envelope()), event));
        return new EventBatch(List.copyOf(once.values()));
    }

    /** Without what our own routes made: that speaks of students and notebooks that are there already. */
    EventBatch ofStudents() {
        return new EventBatch(events.stream()
                .filter(event -> !EventTypes.isOursAlone(event.envelope().eventType()))
                .toList());
    }

    List<Envelope> envelopes() {
        return events.stream().map(LoggedEvent::envelope).toList();
    }
}
