package io.cellmonitor.watch;

import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A class's fold with when it was last watched and saved. What concerns saving is the ticking thread's own. */
final class Watch {

    private volatile ClassFeed feed;
    private final Uni<WatchedClass> fold;
    private final Uni<Void> filledRing;
    private volatile @Nullable WatchedClass loaded;
    private volatile Instant watchedAt = Instant.now();
    /** The first time sooner, at random: classes that came together are not saved together. */
    private Instant savedAt =
            Instant.now().minusMillis(ThreadLocalRandom.current().nextLong(30_000));

    private Instant renewedAt = Instant.EPOCH;
    private StreamId savedPlace = StreamId.ZERO;

    Watch(ClassFeed feed, Uni<WatchedClass> fold, RingFilling filling) {
        this.feed = feed;
        this.fold = fold.invoke(watched -> loaded = watched);
        this.filledRing = fold.chain(filling::fill).memoize().indefinitely();
    }

    ClassFeed feed() {
        return feed;
    }

    /** It is fed by another feed from now on. */
    void renewed(ClassFeed now) {
        feed = now;
    }

    /** Whether the last try to fold it anew is so long ago. */
    boolean isRenewalDue(Instant now, Duration after) {
        if (Duration.between(renewedAt, now).abs().compareTo(after) < 0) {
            return false;
        }
        renewedAt = now;
        return true;
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

    /** Whether anything happened since the last time that this was true: what did not change need not be saved again. */
    boolean hasMoved(StreamId place) {
        boolean moved = !place.equals(savedPlace);
        savedPlace = place;
        return moved;
    }

    boolean isSavingDue(Instant now, Duration every) {
        // Whichever way a clock jumps, it is saved.
        if (Duration.between(savedAt, now).abs().compareTo(every) < 0) {
            return false;
        }
        savedAt = now;
        return true;
    }
}
