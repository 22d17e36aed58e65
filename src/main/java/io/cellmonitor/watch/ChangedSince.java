package io.cellmonitor.watch;

import io.cellmonitor.event.StreamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** At which place each thing last changed on screens: who was away needs only those that changed since. For one thread at a time. */
final class ChangedSince<K> {

    private final Map<K, StreamId> changedAt = new HashMap<>();
    private StreamId allAt;

    ChangedSince(StreamId place) {
        allAt = place;
    }

    /** Any of them may have changed up to this place. */
    void allAt(StreamId place) {
        changedAt.clear();
        allAt = place;
    }

    void at(StreamId place, Collection<K> changed) {
        changed.forEach(thing -> changedAt.put(thing, place));
    }

    /** Whether a screen that is true at {@code place} may show it as it was: at the place itself time may have changed it. */
    boolean isSince(K thing, StreamId place) {
        return changedAt.getOrDefault(thing, allAt).compareTo(place) >= 0;
    }
}
