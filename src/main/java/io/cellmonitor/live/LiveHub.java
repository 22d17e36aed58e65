package io.cellmonitor.live;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.SignedOut;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.WatchedClasses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    /** A connection in its place. */
    record Seat(LivePlace place, ClassChannel channel, LiveConnection connection) {}

    private final WatchedClasses classes;
    private final Frames frames;
    private final StatusSource status;
    private final Map<UUID, ClassChannel> channels = new ConcurrentHashMap<>();
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").daemon().factory());

    LiveHub(WatchedClasses classes, Frames frames, StatusSource status) {
        this.classes = classes;
        this.frames = frames;
        this.status = status;
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    Uni<Void> open(String id, LivePlace place, MonitoredClass monitored, FrameSocket socket, @Nullable StreamId after) {
        return classes.watch(monitored)
                .emitOn(timer)
                .invoke(watched -> {
                    ClassChannel channel = channels.compute(
                            place.classId(),
                            (key, known) -> known != null && known.watched() == watched
                                    ? known
                                    : new ClassChannel(watched, frames));
                    watched.add(channel);
                    LiveConnection connection = new LiveConnection(socket, () -> restart(id));
                    seats.put(id, new Seat(place, channel, connection));
                    channel.join(connection, after, Instant.now());
                })
                .replaceWithVoid();
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
        if (seat.channel().isEmpty()) {
            seat.channel().watched().remove(seat.channel());
            channels.remove(seat.place().classId(), seat.channel());
        }
    }

    void onSignedOut(@Observes SignedOut ended) {
        String bye = frames.bye(Farewell.SIGNED_OUT);
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

    @PreDestroy
    void stop() {
        channels.values().forEach(channel -> channel.close(Farewell.SHUTDOWN));
        timer.shutdownNow();
    }
}
