package io.cellmonitor.live;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.ClassDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The latest deltas of a class as they were sent, so that a client that was away for a moment gets just these; bounded by events and by
 * size. For one thread at a time.
 */
final class FrameRing {

    static final int MAX_EVENTS = 5_000;
    private static final int MAX_FRAMES = 5_000;
    private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

    private record Sent(StreamId after, StreamId at, int events, String frame) {}

    private final Deque<Sent> ring = new ArrayDeque<>();
    private int events;
    private int characters;

    void add(ClassDelta delta, String frame) {
        ring.addLast(new Sent(delta.after(), delta.at(), delta.events().size(), frame));
        events += delta.events().size();
        characters += frame.length();
        while (events > MAX_EVENTS || ring.size() > MAX_FRAMES || characters > MAX_CHARACTERS) {
            Sent oldest = ring.removeFirst();
            events -= oldest.events();
            characters -= oldest.frame().length();
        }
    }

    void clear() {
        ring.clear();
        events = 0;
        characters = 0;
    }

    /**
     * The frames for a client whose state is true at {@code at}: inclusive of those by time alone at that place, for a client may have seen
     * only some of them and they are safe to see twice. Empty when the ring does not reach back to it.
     */
    Optional<List<String>> from(StreamId at) {
        List<String> frames = new ArrayList<>();
        boolean reached = false;
        for (Sent sent : ring) {
            reached = reached || sent.after().equals(at);
            if (sent.after().compareTo(at) >= 0) {
                frames.add(sent.frame());
            }
        }
        boolean atEnd = !ring.isEmpty() && ring.getLast().at().equals(at);
        return reached || atEnd ? Optional.of(frames) : Optional.empty();
    }
}
