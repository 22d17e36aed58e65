package io.cellmonitor.live;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.ClassDelta;
import io.cellmonitor.watch.ClassSnapshot;
import io.cellmonitor.watch.ClassWatcher;
import io.cellmonitor.watch.WatchedClass;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One class's frames, made once and given to all of its connections. Deltas, joining and snapshots all happen under the watched class's lock,
 * so that every connection sees them in order (promise 4).
 */
final class ClassChannel implements ClassWatcher {

    private final WatchedClass watched;
    private final Frames frames;
    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();

    ClassChannel(WatchedClass watched, Frames frames) {
        this.watched = watched;
        this.frames = frames;
    }

    /** A new connection: what it missed since {@code after}, else a snapshot. */
    void join(LiveConnection connection, @Nullable StreamId after, Instant now) {
        watched.atBoundary(now, () -> {
            catchUp(connection, after, now);
            connections.add(connection);
        });
    }

    /** A connection that lost its place: the same, in place of whatever waits for it. */
    void resume(LiveConnection connection, @Nullable StreamId after, Instant now) {
        watched.atBoundary(now, () -> catchUp(connection, after, now));
    }

    private void catchUp(LiveConnection connection, @Nullable StreamId after, Instant now) {
        ClassDelta missed = after == null ? null : watched.missedSince(after).orElse(null);
        connection.restart(
                missed == null ? frames.snapshot(watched.snapshot(now), after != null) : frames.delta(missed), now);
    }

    /** A fresh snapshot for a client whose backlog was dropped. */
    void restart(LiveConnection connection, Instant now) {
        watched.atBoundary(now, () -> connection.restart(frames.snapshot(watched.snapshot(now), true), now));
    }

    void leave(LiveConnection connection) {
        connection.gone();
        connections.remove(connection);
    }

    @Override
    public void onDelta(ClassDelta delta) {
        String frame = frames.delta(delta);
        Instant now = Instant.now();
        connections.forEach(connection -> connection.offer(frame, now));
    }

    @Override
    public void onReset(ClassSnapshot snapshot) {
        String frame = frames.snapshot(snapshot, true);
        Instant now = Instant.now();
        connections.forEach(connection -> connection.restart(frame, now));
    }

    void status(String frame, Instant now) {
        connections.forEach(connection -> connection.offer(frame, now));
    }

    void closeSlow(Instant now) {
        String bye = frames.bye(Farewell.SLOW);
        connections.removeIf(connection -> connection.closeIfSlow(now, bye));
    }

    WatchedClass watched() {
        return watched;
    }

    void close(Farewell farewell) {
        String bye = frames.bye(farewell);
        connections.forEach(connection -> connection.close(bye));
    }
}
