package io.cellmonitor.watch;

import io.cellmonitor.bus.EventTail;
import io.cellmonitor.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings a class's events from the tail to its fold. Until the fold is loaded they wait, a bounded number of them; then frames leave at once
 * after a pause, else at most {@link #COALESCE} after their first event.
 */
final class ClassFeed implements EventTail.Listener {

    static final Duration COALESCE = Duration.ofMillis(50);
    static final int WAITING = 20_000;

    private final UUID classId;
    private final ScheduledExecutorService timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<LoggedEvent> waiting = new ArrayList<>();
    private boolean overflowed;
    private boolean scheduled;
    private long flushedAt = System.nanoTime() - COALESCE.toNanos();
    private @Nullable WatchedClass watched;

    ClassFeed(UUID classId, ScheduledExecutorService timer) {
        this.classId = classId;
        this.timer = timer;
    }

    @Override
    public void onEvents(List<LoggedEvent> events) {
        List<LoggedEvent> ours = events.stream()
                .filter(event -> event.envelope().classId().equals(classId))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (watched == null) {
                keep(ours);
            } else if (watched.apply(ours)) {
                flushSoon(watched);
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep(List<LoggedEvent> ours) {
        overflowed = overflowed || waiting.size() + ours.size() > WAITING;
        if (overflowed) {
            waiting.clear();
        } else {
            waiting.addAll(ours);
        }
    }

    /**
     * Joins the loaded fold, which takes the place of what {@code shown} showed (or is it); false when too many events waited and the log must
     * be read on first.
     */
    boolean join(WatchedClass loaded, WatchedClass shown) {
        lock.lock();
        try {
            if (overflowed) {
                overflowed = false;
                return false;
            }
            loaded.apply(waiting);
            waiting.clear();
            loaded.begin();
            if (shown != loaded) {
                shown.become(loaded);
            }
            watched = shown;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void flushSoon(WatchedClass loaded) {
        long sinceLast = System.nanoTime() - flushedAt;
        if (scheduled) {
            return;
        }
        if (sinceLast >= COALESCE.toNanos()) {
            flushedAt = System.nanoTime();
            loaded.flush(Instant.now());
            return;
        }
        scheduled = true;
        timer.schedule(() -> flushNow(loaded), COALESCE.toNanos() - sinceLast, TimeUnit.NANOSECONDS);
    }

    private void flushNow(WatchedClass loaded) {
        lock.lock();
        try {
            scheduled = false;
            flushedAt = System.nanoTime();
            loaded.flush(Instant.now());
        } finally {
            lock.unlock();
        }
    }
}
