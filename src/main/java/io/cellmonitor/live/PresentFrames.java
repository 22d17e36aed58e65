package io.cellmonitor.live;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.WatchedClass;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frames that bring a client to the present of its class, each made once for all that come between two frames. For use under the class's
 * lock.
 */
final class PresentFrames {

    /** Different places that clients come from at once; of more the frames are made again. */
    private static final int MAX_PLACES = 64;

    private final WatchedClass watched;
    private final Frames frames;
    private final Map<Boolean, Frame> snapshots = new HashMap<>();
    private final Map<StreamId, Frame> missed = new HashMap<>();

    PresentFrames(WatchedClass watched, Frames frames) {
        this.watched = watched;
        this.frames = frames;
    }

    /** What happened after a place, else a snapshot that replaces what the client knew; without a place the first snapshot. */
    Frame since(@Nullable StreamId after) {
        if (after == null) {
            return snapshot(false);
        }
        Frame known = missed.get(after);
        if (known == null) {
            known = watched.missedSince(after).map(frames::delta).orElseGet(() -> snapshot(true));
            forgetWhenFull();
            missed.put(after, known);
        }
        return known;
    }

    Frame snapshot(boolean reset) {
        return snapshots.computeIfAbsent(reset, again -> frames.snapshot(watched.present(), again));
    }

    private void forgetWhenFull() {
        if (missed.size() >= MAX_PLACES) {
            missed.clear();
        }
    }

    /** The class has moved on, or nobody came for a while. */
    void clear() {
        snapshots.clear();
        missed.clear();
    }
}
