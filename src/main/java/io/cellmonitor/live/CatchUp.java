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
    private final Predicate<Seat> isSeated;
    private final FrameRoom room = new FrameRoom(ROOM, this::drainSoon);
    /** Ready to be served, in turn; of several requests of one connection the latest. */
    private final Map<Seat, Request> ready = new LinkedHashMap<>();

    private boolean servedSinceTick;
    private volatile boolean waitsForRoom;

    /** {@code after}: what the client knows; null for nothing. {@code reset}: it is to get a snapshot whatever it knows. */
    private record Request(@Nullable StreamId after, boolean reset) {}

    CatchUp(WatchedClasses classes, ScheduledExecutorService thread, Predicate<Seat> isSeated) {
        this.classes = classes;
        this.thread = thread;
        this.isSeated = isSeated;
    }

    /** From the place that the client knows, as soon as that place can be known here. */
    void from(Seat seat, @Nullable StreamId after) {
        WatchedClass watched = seat.channel().watched();
        if (after != null && watched.mayKnow(after)) {
            classes.fillRing(seat.place().classId())
                    .emitOn(thread)
                    .subscribe()
                    .with(filled -> serve(seat, new Request(after, false)));
        } else {
            whenReached(seat, after, Instant.now().plus(AHEAD));
        }
    }

    private void whenReached(Seat seat, @Nullable StreamId after, Instant until) {
        boolean ahead =
                after != null && after.compareTo(seat.channel().watched().framedAt()) > 0;
        if (ahead && isSeated.test(seat) && Instant.now().isBefore(until)) {
            thread.schedule(() -> whenReached(seat, after, until), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            serve(seat, new Request(after, false));
        }
    }

    /** With a snapshot, for its backlog was dropped. */
    void withSnapshot(Seat seat) {
        serve(seat, new Request(null, true));
    }

    private void serve(Seat seat, Request request) {
        ready.put(seat, request);
        drain();
    }

    private void drainSoon() {
        if (waitsForRoom) {
            thread.execute(this::drain);
        }
    }

    private void drain() {
        Iterator<Map.Entry<Seat, Request>> next = ready.entrySet().iterator();
        while (next.hasNext() && room.isFree()) {
            Map.Entry<Seat, Request> entry = next.next();
            next.remove();
            servedSinceTick = true;
            if (isSeated.test(entry.getKey())) {
                give(entry.getKey(), entry.getValue());
            }
        }
        waitsForRoom = !ready.isEmpty();
    }

    private void give(Seat seat, Request request) {
        Instant now = Instant.now();
        if (request.reset()) {
            seat.channel().restart(seat.connection(), now, room);
        } else {
            seat.channel().catchUp(seat.connection(), request.after(), now, room);
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
