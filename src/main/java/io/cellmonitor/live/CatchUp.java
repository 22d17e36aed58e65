package io.cellmonitor.live;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.WatchedClass;
import io.cellmonitor.watch.WatchedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings connections to the present of their class, one after the other as there is room for it. For the hub's thread alone, but for
 * {@link #room}.
 */
final class CatchUp {

    /** How long a place ahead of this instance's tail is waited for: another instance may be ahead for a moment. */
    static final Duration AHEAD = Duration.ofSeconds(2);

    private static final long ROOM = 48L << 20;
    private static final long RETRY_MILLIS = 50;

    private final WatchedClasses classes;
    private final ScheduledExecutorService thread;
    private final Predicate<Viewer> isHere;
    private final FrameRoom room = new FrameRoom(ROOM, this::drainSoon);
    /** Ready to be served, in turn; of several requests of one connection the latest. */
    private final Map<Viewer, Request> ready = new LinkedHashMap<>();

    private boolean servedSinceTick;
    private volatile boolean waitsForRoom;

    /** {@code after}: what the client knows; null for nothing. {@code reset}: it is to get a snapshot whatever it knows. */
    private record Request(@Nullable StreamId after, boolean reset) {}

    CatchUp(WatchedClasses classes, ScheduledExecutorService thread, Predicate<Viewer> isHere) {
        this.classes = classes;
        this.thread = thread;
        this.isHere = isHere;
    }

    /** From the place that the client knows, as soon as that place can be known here. */
    void from(Viewer viewer, @Nullable StreamId after) {
        WatchedClass watched = viewer.channel().watched();
        if (after != null && watched.mayKnow(after)) {
            classes.fillRing(viewer.place().classId())
                    .emitOn(thread)
                    .subscribe()
                    .with(filled -> serve(viewer, new Request(after, false)));
        } else {
            whenReached(viewer, after, Instant.now().plus(AHEAD));
        }
    }

    private void whenReached(Viewer viewer, @Nullable StreamId after, Instant until) {
        boolean ahead =
                after != null && after.compareTo(viewer.channel().watched().framedAt()) > 0;
        if (ahead && isHere.test(viewer) && Instant.now().isBefore(until)) {
            thread.schedule(() -> whenReached(viewer, after, until), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            serve(viewer, new Request(after, false));
        }
    }

    /** With a snapshot, for its backlog was dropped. */
    void withSnapshot(Viewer viewer) {
        serve(viewer, new Request(null, true));
    }

    private void serve(Viewer viewer, Request request) {
        ready.put(viewer, request);
        drain();
    }

    private void drainSoon() {
        if (waitsForRoom) {
            thread.execute(this::drain);
        }
    }

    private void drain() {
        Iterator<Map.Entry<Viewer, Request>> next = ready.entrySet().iterator();
        while (next.hasNext() && room.isFree()) {
            Map.Entry<Viewer, Request> entry = next.next();
            next.remove();
            servedSinceTick = true;
            if (isHere.test(entry.getKey())) {
                give(entry.getKey(), entry.getValue());
            }
        }
        waitsForRoom = !ready.isEmpty();
    }

    private void give(Viewer viewer, Request request) {
        Instant now = Instant.now();
        if (request.reset()) {
            viewer.channel().restart(viewer.connection(), now, room);
        } else {
            viewer.channel().catchUp(viewer.connection(), request.after(), now, room);
        }
    }

    /** Each second: when nobody could be served since, whoever holds the room does not read. */
    void tick() {
        if (!ready.isEmpty() && !servedSinceTick) {
            room.reset();
        }
        servedSinceTick = false;
        drain();
    }
}
