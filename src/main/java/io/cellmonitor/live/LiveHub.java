package io.cellmonitor.live;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.SignedOut;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.trace.Tracing;
import io.cellmonitor.watch.WatchedClass;
import io.cellmonitor.watch.WatchedClasses;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All live connections of this instance, by class. Safe from any thread; snapshots are made on its own thread, not on the event loop. */
@ApplicationScoped
class LiveHub {

    private static final Logger LOGGER = Logger.getLogger(LiveHub.class);
    private static final long GOODBYE_SECONDS = 3;

    private final WatchedClasses classes;
    private final Frames frames;
    private final StatusSource status;
    private final LiveFigures figures;
    private final Tracing tracing;
    private final Map<UUID, ClassChannel> channels = new ConcurrentHashMap<>();
    private final Viewers viewers = new Viewers();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").daemon().factory());
    private final CatchUp catchUp;
    private volatile boolean ending;

    LiveHub(WatchedClasses classes, Frames frames, StatusSource status, LiveFigures figures, Tracing tracing) {
        this.classes = classes;
        this.frames = frames;
        this.status = status;
        this.figures = figures;
        this.tracing = tracing;
        figures.connections(() -> viewers.all().size());
        this.catchUp = new CatchUp(classes, thread, viewers::isHere);
        thread.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Gives the class to a socket once it is loaded; when it cannot be, the socket gets a bye and is closed. */
    Uni<Void> open(String id, LivePlace place, MonitoredClass monitored, FrameSocket socket, @Nullable StreamId after) {
        LiveConnection connection = new LiveConnection(socket, () -> onViewer(id, catchUp::withSnapshot), figures);
        viewers.arrives(id, place, connection);
        if (ending) {
            connection.loop().execute(() -> connection.close(frames.bye(Farewell.SHUTDOWN)));
            return Uni.createFrom().voidItem();
        }
        return classes.watch(monitored)
                .emitOn(thread)
                .invoke(watched -> place(id, place, connection, watched, after))
                .onFailure()
                .invoke(failure -> refuse(id, connection))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void refuse(String id, LiveConnection connection) {
        viewers.leaves(id);
        connection.loop().execute(() -> connection.close(frames.bye(Farewell.UNAVAILABLE)));
    }

    private void place(
            String id, LivePlace place, LiveConnection connection, WatchedClass watched, @Nullable StreamId after) {
        ClassChannel channel = channels.compute(
                place.classId(),
                (key, known) -> known != null && known.watched() == watched
                        ? known
                        : new ClassChannel(watched, frames, figures, tracing));
        watched.add(channel);
        Viewer viewer = new Viewer(id, place, channel, connection);
        viewers.settles(viewer);
        catchUp.from(viewer, after);
    }

    void resume(String id, @Nullable StreamId after) {
        onViewer(id, viewer -> catchUp.from(viewer, after));
    }

    private void onViewer(String id, Consumer<Viewer> action) {
        thread.execute(() -> {
            Viewer viewer = viewers.find(id);
            if (viewer != null) {
                action.accept(viewer);
            }
        });
    }

    void ping(String id) {
        Viewer viewer = viewers.find(id);
        if (viewer != null) {
            Instant now = Instant.now();
            Frame frame = status.frame(viewer.channel().watched().framedAt(), now);
            viewer.connection().loop().execute(() -> viewer.connection().offer(frame, now));
        }
    }

    /** On the hub's thread like {@link #open}, so that no channel is let go while somebody joins it. */
    void closed(String id) {
        thread.execute(() -> {
            Viewer viewer = viewers.leaves(id);
            if (viewer != null) {
                leave(viewer);
            }
        });
    }

    private void leave(Viewer viewer) {
        viewer.channel().leave(viewer.connection());
        if (viewers.isEmpty(viewer.channel())) {
            viewer.channel().watched().remove(viewer.channel());
            channels.remove(viewer.place().classId(), viewer.channel());
        }
    }

    void onSignedOut(@Observes SignedOut ended) {
        viewers.close(place -> ended.session().equals(place.session()), frames.bye(Farewell.SIGNED_OUT));
    }

    /** Says good bye to everybody of this place. */
    void close(LivePlace place, Farewell farewell) {
        viewers.close(place::equals, frames.bye(farewell));
    }

    Viewers viewers() {
        return viewers;
    }

    private void tick() {
        try {
            Instant now = Instant.now();
            catchUp.tick();
            boolean due = status.isDue(now);
            channels.values().forEach(channel -> {
                channel.tidy(now);
                if (due) {
                    channel.offer(status.frame(channel.watched().framedAt(), now), now);
                }
            });
        } catch (RuntimeException e) {
            LOGGER.errorf("the live tick failed: %s", e.getClass().getName());
        }
    }

    /** Whether this instance is about to end: who comes now is sent to another. */
    boolean isEnding() {
        return ending;
    }

    /**
     * The first thing of all, for an open socket would count as a request that the end has to wait for; but after the folds are saved, so that no
     * client knows an earlier place than the saved state.
     */
    void sayGoodBye(@Observes @Priority(2_000) ShutdownDelayInitiatedEvent event) {
        ending = true;
        try {
            viewers.close(place -> true, frames.bye(Farewell.SHUTDOWN))
                    .toCompletableFuture()
                    .get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.infof("not every screen heard the good bye: %s", e.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes @Priority(2_000) ShutdownEvent event) {
        thread.shutdownNow();
    }
}
