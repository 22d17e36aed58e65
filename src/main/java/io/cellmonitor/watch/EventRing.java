package io.cellmonitor.watch;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a class, so that a client that was away gets just what it missed. It begins where the fold was made, at its saved
 * state, so that a client of another instance, or of this one before a restart, finds its place too. Bounded. For one thread at a time.
 */
final class EventRing {

    static final int EVENTS = 5_000;
    static final int ENDED = 1_000;

    /** An event that was folded already has a place, but is not shown again. */
    private record Entry(StreamId id, @Nullable EventView event) {}

    private record Ended(StreamId at, HelpView request) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private StreamId start;
    private StreamId endedForgotten = StreamId.ZERO;

    EventRing(StreamId start) {
        this.start = start;
    }

    void add(StreamId id, @Nullable EventView event) {
        entries.addLast(new Entry(id, event));
        if (entries.size() > EVENTS) {
            start = entries.removeFirst().id();
        }
    }

    /** Help requests that wait no longer, seen to have ended at a place. */
    void addEnded(StreamId at, Collection<HelpView> requests) {
        for (HelpView request : requests) {
            if (!request.state().equals(HelpView.WAITING)) {
                ended.addLast(new Ended(at, request));
            }
        }
        while (ended.size() > ENDED) {
            endedForgotten = ended.removeFirst().at();
        }
    }

    /** Begins anew at a place. */
    void restart(StreamId place) {
        entries.clear();
        ended.clear();
        endedForgotten = StreamId.ZERO;
        start = place;
    }

    /** The events strictly after a place; empty when the ring does not know that place. */
    Optional<List<EventView>> after(StreamId place) {
        if (place.compareTo(start) < 0 || place.compareTo(endedForgotten) <= 0) {
            return Optional.empty();
        }
        boolean known = place.equals(start);
        List<EventView> events = new ArrayList<>();
        for (Entry entry : entries) {
            known = known || entry.id().equals(place);
            if (entry.event() != null && entry.id().compareTo(place) > 0) {
                events.add(entry.event());
            }
        }
        return known ? Optional.of(events) : Optional.empty();
    }

    /** The requests that ended at or after a place: one that ended by time alone may not have been seen by who was there. */
    List<HelpView> endedFrom(StreamId place) {
        return ended.stream()
                .filter(it -> it.at().compareTo(place) >= 0)
                .map(Ended::request)
                .toList();
    }
}
