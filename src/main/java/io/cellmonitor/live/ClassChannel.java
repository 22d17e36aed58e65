package io.cellmonitor.live;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.trace.BatchTrace;
import io.cellmonitor.trace.Tracing;
import io.cellmonitor.watch.ClassDelta;
import io.cellmonitor.watch.ClassSnapshot;
import io.cellmonitor.watch.ClassWatcher;
import io.cellmonitor.watch.WatchedClass;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One class's frames, made once and given to all of its connections. Deltas, joining and snapshots are all sent on their way under the watched
 * class's lock, and each event loop takes them in that order, so that every connection sees them in order (promise 4).
 */
final class ClassChannel implements ClassWatcher {

    private final WatchedClass watched;
    private final Frames frames;
    private final LiveFigures figures;
    private final Tracing tracing;
    private final PresentFrames present;
    /** Each set is used on its loop alone. */
    private final Map<EventLoop, Set<LiveConnection>> connections = new ConcurrentHashMap<>();

    ClassChannel(WatchedClass watched, Frames frames, LiveFigures figures, Tracing tracing) {
        this.watched = watched;
        this.tracing = tracing;
        this.frames = frames;
        this.figures = figures;
        this.present = new PresentFrames(watched, frames);
    }

    /**
     * A connection that is new or lost its place: what it missed since {@code after}, else a snapshot, in place of whatever waits for it.
     * The frame takes its room until it was written.
     */
    void catchUp(LiveConnection connection, @Nullable StreamId after, Instant now, FrameRoom room) {
        watched.atBoundary(now, () -> begin(connection, present.since(after), now, room));
    }

    /** A fresh snapshot for a client whose backlog was dropped. */
    void restart(LiveConnection connection, Instant now, FrameRoom room) {
        watched.atBoundary(now, () -> begin(connection, present.snapshot(true), now, room));
    }

    private void begin(LiveConnection connection, Frame frame, Instant now, FrameRoom room) {
        Runnable settled = room.take(frame.length());
        Set<LiveConnection> neighbours = connections.computeIfAbsent(connection.loop(), loop -> new LinkedHashSet<>());
        connection.loop().execute(() -> {
            neighbours.add(connection);
            connection.restart(frame, now, settled);
        });
    }

    void leave(LiveConnection connection) {
        Set<LiveConnection> neighbours = connections.get(connection.loop());
        connection.loop().execute(() -> {
            connection.gone();
            if (neighbours != null) {
                neighbours.remove(connection);
            }
        });
    }

    @Override
    public void onDelta(ClassDelta delta) {
        present.clear();
        BatchTrace trace = tracing.framing(delta.traceparents(), delta.events().size());
        Instant now = Instant.now();
        offer(frames.delta(delta), now);
        trace.end();
        figures.framed(delta.events(), now.toEpochMilli());
    }

    @Override
    public void onReset(ClassSnapshot snapshot) {
        present.clear();
        Frame frame = frames.snapshot(snapshot, true);
        Instant now = Instant.now();
        each(connection -> connection.restart(frame, now, () -> {}));
    }

    void offer(Frame frame, Instant now) {
        each(connection -> connection.offer(frame, now));
    }

    private void each(Consumer<LiveConnection> action) {
        connections.forEach((loop, neighbours) -> loop.execute(() -> neighbours.forEach(action)));
    }

    /** Ends what takes too long, and lets go of frames that were made for whoever came; to be called now and then. */
    void tidy(Instant now) {
        Frame bye = frames.bye(Farewell.SLOW);
        connections.forEach((loop, neighbours) ->
                loop.execute(() -> neighbours.removeIf(connection -> connection.closeIfSlow(now, bye))));
        watched.atBoundary(now, present::clear);
    }

    WatchedClass watched() {
        return watched;
    }
}
