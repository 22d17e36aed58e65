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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a class, so that a client that was away gets just what it missed. It begins where the fold was made, at its saved
 * state; who knows an earlier place makes it be filled from the log, down to where the ring of the saved state began. Bounded. For one
 * thread at a time.
 */
final class EventRing {

    static final int EVENTS = 5_000;
    static final int ENDED = 1_000;

    private final Deque<RingEntry> entries = new ArrayDeque<>();
    private final Deque<EndedHelp> ended = new ArrayDeque<>();
    private StreamId start;
    private StreamId endedForgotten = StreamId.ZERO;
    /** What came before {@link #start}, as long as it is not filled in. */
    private @Nullable SavedRing earlier;

    EventRing(StreamId start, @Nullable SavedRing saved) {
        this.start = start;
        earlier = saved;
        if (saved != null) {
            ended.addAll(saved.ended());
            endedForgotten = saved.endedForgotten();
        }
    }

    void add(StreamId id, @Nullable EventView event) {
        entries.addLast(new RingEntry(id, event));
        if (entries.size() > EVENTS) {
            start = entries.removeFirst().id();
            earlier = null;
        }
    }

    /** Help requests that wait no longer, seen to have ended at a place. */
    void addEnded(StreamId at, Collection<HelpView> requests) {
        for (HelpView request : requests) {
            if (!request.stillOpen()) {
                ended.addLast(new EndedHelp(at, request.withWords(null, null)));
            }
        }
        while (ended.size() > ENDED) {
            endedForgotten = ended.removeFirst().at();
        }
    }

    /** Begins anew after a place, which it does not know itself: who was there before may know yesterday's class at the same place. */
    void restart(StreamId place) {
        entries.clear();
        ended.clear();
        endedForgotten = StreamId.ZERO;
        start = place.next();
        earlier = null;
    }

    /** Whether it could know a place if its gap were filled. */
    boolean mayKnow(StreamId place) {
        return gap().filter(gap -> place.compareTo(gap.end()) < 0 && place.compareTo(gap.from()) >= 0)
                .isPresent();
    }

    /** What the log could tell it of before its start; empty when it is as full as it can be. */
    Optional<RingGap> gap() {
        return earlier == null ? Optional.empty() : Optional.of(new RingGap(earlier.start(), start));
    }

    /** Puts in what happened in its gap, of too many the latest; nothing when it has gone on too far in the meantime. */
    void fill(RingGap gap, List<RingEntry> before) {
        SavedRing saved = earlier;
        if (saved == null) {
            return;
        }
        earlier = null;
        Set<StreamId> hidden = Set.copyOf(saved.hidden());
        int left = Math.max(0, before.size() + entries.size() - EVENTS);
        for (RingEntry entry : before.subList(left, before.size()).reversed()) {
            entries.addFirst(hidden.contains(entry.id()) ? new RingEntry(entry.id(), null) : entry);
        }
        start = left == 0 ? gap.from() : before.get(left - 1).id();
    }

    /** The events strictly after a place; empty when the ring does not know that place. */
    Optional<List<EventView>> after(StreamId place) {
        if (place.compareTo(start) < 0 || place.compareTo(endedForgotten) <= 0) {
            return Optional.empty();
        }
        boolean known = place.equals(start);
        List<EventView> events = new ArrayList<>();
        for (RingEntry entry : entries) {
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
                .map(EndedHelp::request)
                .toList();
    }

    SavedRing saved() {
        List<StreamId> hidden = entries.stream()
                .filter(entry -> entry.event() == null)
                .map(RingEntry::id)
                .toList();
        boolean goesOn = earlier != null && earlier.hidden().size() + hidden.size() <= EVENTS;
        return goesOn && earlier != null
                ? new SavedRing(
                        earlier.start(),
                        Stream.concat(earlier.hidden().stream(), hidden.stream())
                                .toList(),
                        List.copyOf(ended),
                        endedForgotten)
                : new SavedRing(start, hidden, List.copyOf(ended), endedForgotten);
    }
}
