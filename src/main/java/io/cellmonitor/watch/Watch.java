package io.cellmonitor.watch;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A class's fold with when it was last watched and saved. The times are the ticking thread's own. */
final class Watch {

    private final ClassFeed feed;
    private final Uni<WatchedClass> fold;
    private final Uni<Void> filledRing;
    private volatile @Nullable WatchedClass loaded;
    private Instant watchedAt = Instant.now();
    /** The first time sooner, at random: classes that came together are not saved together. */
    private Instant savedAt =
            Instant.now().minusMillis(ThreadLocalRandom.current().nextLong(30_000));

    Watch(ClassFeed feed, Uni<WatchedClass> fold, RingFilling filling) {
        this.feed = feed;
        this.fold = fold.invoke(watched -> loaded = watched);
        this.filledRing = fold.chain(filling::fill).memoize().indefinitely();
    }

    ClassFeed feed() {
        return feed;
    }

    Uni<WatchedClass> fold() {
        return fold;
    }

    /** Completes when the ring is as full as the log can make it; read once, however many ask. */
    Uni<Void> filledRing() {
        return filledRing;
    }

    Optional<WatchedClass> loaded() {
        return Optional.ofNullable(loaded);
    }

    void watchedAt(Instant now) {
        watchedAt = now;
    }

    boolean unwatchedFor(Instant now, Duration time) {
        return now.isAfter(watchedAt.plus(time));
    }

    boolean isSavingDue(Instant now, Duration every) {
        if (now.isBefore(savedAt.plus(every))) {
            return false;
        }
        savedAt = now;
        return true;
    }
}
