package io.cellmonitor.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.bus.EventLog;
import io.cellmonitor.bus.EventTail;
import io.cellmonitor.classroom.Classroom;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The classes that somebody watches on this instance. Each is loaded once, fed from the tail, ticked each second, saved each minute, and let
 * go some minutes after its last watcher. Safe from any thread.
 */
@ApplicationScoped
public class WatchedClasses {

    private static final Logger LOGGER = Logger.getLogger(WatchedClasses.class);
    private static final Duration UNWATCHED = Duration.ofMinutes(5);
    private static final Duration SAVING = Duration.ofMinutes(1);
    private static final Duration SAVING_AT_END = Duration.ofSeconds(5);

    private final EventTail tail;
    private final FoldJoining joining;
    private final Renewal renewal;
    private final RingFilling filling;
    private final History history;
    private final ObjectMapper json;
    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();
    /** Of which that was said already: screens ask again each second or so. */
    private final Set<UUID> notLoaded = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("frames").daemon().factory());

    @Inject
    WatchedClasses(
            EventLog log,
            EventTail tail,
            History history,
            WordOpener opener,
            ObjectMapper json,
            ClassDirectory directory) {
        this.tail = tail;
        this.joining = new FoldJoining(new FoldLoading(log, history, opener, json), tail);
        this.renewal = new Renewal(directory, joining, tail, timer);
        this.filling = new RingFilling(log);
        this.history = history;
        this.json = json;
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** A class's fold, loaded first if nobody watches it here; fails when that takes longer than 20 s. */
    public Uni<WatchedClass> watch(MonitoredClass monitored) {
        return watches.compute(monitored.id(), (id, known) -> {
                    Watch watch = known == null ? start(monitored) : known;
                    watch.watchedAt(Instant.now());
                    return watch;
                })
                .fold();
    }

    /**
     * Fills the ring of a watched class from the log, for a client that knows a place before its fold began. Completes within two seconds,
     * whatever happens; {@link WatchedClass#missedSince} then knows what can be known.
     */
    public Uni<Void> fillRing(UUID classId) {
        Watch watch = watches.get(classId);
        return watch == null ? Uni.createFrom().voidItem() : watch.filledRing();
    }

    private Watch start(MonitoredClass monitored) {
        ClassFeed feed = new ClassFeed(monitored.id(), timer);
        tail.add(feed);
        Uni<WatchedClass> fold = joining.begin(monitored, feed)
                .invoke(watched -> notLoaded.remove(monitored.id()))
                .onFailure()
                .invoke(failure -> giveUp(monitored.id(), feed, failure))
                .memoize()
                .indefinitely();
        return new Watch(feed, fold, filling);
    }

    private void giveUp(UUID id, ClassFeed feed, Throwable failure) {
        if (notLoaded.add(id)) {
            LOGGER.warnf(
                    "the fold of class %s cannot be loaded: %s",
                    id, failure.getClass().getName());
        }
        tail.remove(feed);
        watches.remove(id);
    }

    private void tick() {
        Instant now = Instant.now();
        watches.forEach((id, watch) -> {
            try {
                watch.loaded().ifPresent(watched -> tick(id, watch, watched, now));
            } catch (RuntimeException e) {
                LOGGER.errorf("ticking class %s failed: %s", id, e.getClass().getName());
            }
        });
    }

    private void tick(UUID id, Watch watch, WatchedClass watched, Instant now) {
        watched.flush(now);
        renewal.begin(watch, watched, now);
        if (watched.isWatched()) {
            watch.watchedAt(now);
        } else if (watches.computeIfPresent(id, (key, known) -> isLeft(known, watched, now) ? null : known) == null) {
            tail.remove(watch.feed());
        }
        if (watch.isSavingDue(now, SAVING) && watch.hasMoved(watched.framedAt())) {
            // Some megabytes of JSON: frames must not wait for it.
            Infrastructure.getDefaultWorkerPool()
                    .execute(() -> save(id, watched).subscribe().with(done -> {}));
        }
    }

    /** Nobody comes to it meanwhile: {@link #watch} touches it in the same way. */
    private static boolean isLeft(Watch watch, WatchedClass watched, Instant now) {
        return !watched.isWatched() && watch.unwatchedFor(now, UNWATCHED);
    }

    private Uni<Void> save(UUID id, WatchedClass watched) {
        if (watched.isFull()) {
            LOGGER.warnf(
                    "class %s has more than %d students today; the others are not shown", id, Classroom.MAX_STUDENTS);
        }
        try {
            SavedClass saved = watched.saved();
            return history.saveState(id, saved.state().at(), json.writeValueAsBytes(saved))
                    .onFailure()
                    .invoke(failure -> LOGGER.warnf(
                            "class %s was not saved: %s", id, failure.getClass().getName()))
                    .onFailure()
                    .recoverWithNull();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fold cannot be written", e);
        }
    }

    /** Saves all folds, so that the next instance goes on from here; before the sockets close, the bus and the pools stop. */
    void saveAll(@Observes @Priority(1_000) ShutdownDelayInitiatedEvent event) {
        List<Uni<Void>> saves = new ArrayList<>();
        watches.forEach((id, watch) -> watch.loaded().ifPresent(watched -> saves.add(save(id, watched))));
        if (saves.isEmpty()) {
            return;
        }
        try {
            Uni.combine().all().unis(saves).discardItems().await().atMost(SAVING_AT_END);
        } catch (RuntimeException e) {
            LOGGER.warnf("not all classes were saved: %s", e.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
