package io.cellmonitor.live;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.SignedOut;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.WatchedClass;
import io.cellmonitor.watch.WatchedClasses;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All live connections of this instance, by class. Safe from any thread; snapshots are made on its own thread, not on the event loop. */
@ApplicationScoped
class LiveHub {

    private static final Logger LOGGER = Logger.getLogger(LiveHub.class);

    private static final Duration AHEAD = Duration.ofSeconds(2);

    /** A connection whose class is being loaded. */
    private record Arrival(LivePlace place, LiveConnection connection) {}

    /** A connection in its place. */
    record Seat(LivePlace place, ClassChannel channel, LiveConnection connection) {}

    private final WatchedClasses classes;
    private final Frames frames;
    private final StatusSource status;
    private final Map<UUID, ClassChannel> channels = new ConcurrentHashMap<>();
    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").daemon().factory());

    LiveHub(WatchedClasses classes, Frames frames, StatusSource status) {
        this.classes = classes;
        this.frames = frames;
        this.status = status;
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Gives the class to a socket once it is loaded; when it cannot be, the socket gets a bye and is closed. */
    Uni<Void> open(String id, LivePlace place, MonitoredClass monitored, FrameSocket socket, @Nullable StreamId after) {
        LiveConnection connection = new LiveConnection(socket, () -> restart(id));
        arrivals.put(id, new Arrival(place, connection));
        return classes.watch(monitored)
                .emitOn(timer)
                .invoke(watched -> seat(id, place, connection, watched, after))
                .onFailure()
                .invoke(failure -> connection.close(frames.bye(Farewell.UNAVAILABLE)))
                .eventually(() -> arrivals.remove(id))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void seat(
            String id, LivePlace place, LiveConnection connection, WatchedClass watched, @Nullable StreamId after) {
        ClassChannel channel = channels.compute(
                place.classId(),
                (key, known) ->
                        known != null && known.watched() == watched ? known : new ClassChannel(watched, frames));
        watched.add(channel);
        seats.put(id, new Seat(place, channel, connection));
        join(id, after, Instant.now().plus(AHEAD));
    }

    /** A client that comes from another instance may be ahead of this one's tail for a moment. */
    private void join(String id, @Nullable StreamId after, Instant until) {
        Seat seat = seats.get(id);
        Instant now = Instant.now();
        if (seat == null) {
            return;
        }
        boolean ahead =
                after != null && after.compareTo(seat.channel().watched().framedAt()) > 0;
        if (ahead && now.isBefore(until)) {
            timer.schedule(() -> join(id, after, until), 50, TimeUnit.MILLISECONDS);
        } else {
            seat.channel().join(seat.connection(), after, now);
        }
    }

    private void restart(String id) {
        timer.execute(() -> {
            Seat seat = seats.get(id);
            if (seat != null) {
                seat.channel().restart(seat.connection(), Instant.now());
            }
        });
    }

    void resume(String id, @Nullable StreamId after) {
        timer.execute(() -> {
            Seat seat = seats.get(id);
            if (seat != null) {
                seat.channel().resume(seat.connection(), after, Instant.now());
            }
        });
    }

    void ping(String id) {
        Seat seat = seats.get(id);
        if (seat != null) {
            Instant now = Instant.now();
            seat.connection().offer(status.frame(seat.channel().watched().framedAt(), now), now);
        }
    }

    /** On the hub's thread like {@link #open}, so that no channel is let go while somebody joins it. */
    void closed(String id) {
        timer.execute(() -> {
            Seat seat = seats.remove(id);
            if (seat != null) {
                leave(seat);
            }
        });
    }

    private void leave(Seat seat) {
        seat.channel().leave(seat.connection());
        boolean last = seats.values().stream().noneMatch(other -> other.channel() == seat.channel());
        if (last) {
            seat.channel().watched().remove(seat.channel());
            channels.remove(seat.place().classId(), seat.channel());
        }
    }

    void onSignedOut(@Observes SignedOut ended) {
        String bye = frames.bye(Farewell.SIGNED_OUT);
        arrivals.values().stream()
                .filter(arrival -> ended.session().equals(arrival.place().session()))
                .forEach(arrival -> arrival.connection().close(bye));
        seats.values().stream()
                .filter(seat -> ended.session().equals(seat.place().session()))
                .forEach(seat -> seat.connection().close(bye));
    }

    Map<String, Seat> seats() {
        return seats;
    }

    private void tick() {
        try {
            Instant now = Instant.now();
            boolean due = status.isDue(now);
            channels.values().forEach(channel -> {
                channel.closeSlow(now);
                if (due) {
                    channel.status(status.frame(channel.watched().framedAt(), now), now);
                }
            });
        } catch (RuntimeException e) {
            LOGGER.errorf("the live tick failed: %s", e.getClass().getName());
        }
    }

    /** After the folds are saved, so that no client knows an earlier place than the saved state. */
    void stop(@Observes @Priority(2_000) ShutdownEvent event) {
        channels.values().forEach(channel -> channel.close(Farewell.SHUTDOWN));
        timer.shutdownNow();
    }
}
