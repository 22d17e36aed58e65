package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.bus.EventTail;
import io.cellmonitor.watch.FoldLoading.LoadedFold;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Loads a fold while its feed already keeps what the tail brings, and lets it go on from there without a gap. */
final class FoldJoining {

    private static final Duration LOADING = Duration.ofSeconds(20);
    private static final int TRIES = 5;

    private final FoldLoading loading;
    private final EventTail tail;

    FoldJoining(FoldLoading loading, EventTail tail) {
        this.loading = loading;
        this.tail = tail;
    }

    /** A class's fold, fed by {@code feed}; fails when that takes longer than 20 s. */
    Uni<WatchedClass> begin(MonitoredClass monitored, ClassFeed feed) {
        return Uni.createFrom()
                .deferred(() -> loading.load(monitored, Instant.now()))
                .chain(loaded -> join(feed, loaded, loaded.watched(), TRIES))
                .ifNoItem()
                .after(LOADING)
                .fail();
    }

    /** The same in place of what {@code shown} showed before: its watchers get all of it as a reset. */
    Uni<WatchedClass> renew(MonitoredClass monitored, ClassFeed feed, WatchedClass shown) {
        return Uni.createFrom()
                .deferred(() -> loading.load(monitored, Instant.now()))
                .chain(loaded -> join(feed, loaded, shown, TRIES))
                .ifNoItem()
                .after(LOADING)
                .fail();
    }

    private Uni<WatchedClass> join(ClassFeed feed, LoadedFold loaded, WatchedClass shown, int tries) {
        if (feed.join(loaded.watched(), shown)) {
            return Uni.createFrom().item(shown);
        }
        if (tries == 0) {
            return Uni.createFrom().failure(new IllegalStateException("the log runs faster than the fold loads"));
        }
        return loading.fromLog(loaded, tail.position()).chain(further -> join(feed, further, shown, tries - 1));
    }
}
