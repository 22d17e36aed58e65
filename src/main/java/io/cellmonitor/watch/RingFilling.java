package io.cellmonitor.watch;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Fills a class's ring from the log, for clients that know a place before the one where its fold began. */
final class RingFilling {

    private static final Logger LOGGER = Logger.getLogger(RingFilling.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int PAGE = 1_000;

    private final EventLog log;

    RingFilling(EventLog log) {
        this.log = log;
    }

    /** Completes in any case, within two seconds; what could not be read then stays unknown to the ring. */
    Uni<Void> fill(WatchedClass watched) {
        return watched.ringGap()
                .map(gap -> fill(watched, gap))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> fill(WatchedClass watched, RingGap gap) {
        return log.first()
                .map(gap::above)
                .chain(known -> read(watched, known.from(), known.end(), new ArrayList<>())
                        .invoke(events -> watched.fillRing(known, events)))
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.debugf(
                        "the ring is not filled: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<LoggedEvent>> read(WatchedClass watched, StreamId after, StreamId end, List<LoggedEvent> found) {
        if (after.compareTo(end) >= 0) {
            return Uni.createFrom().item(found);
        }
        return log.readAfter(after, PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> {
                    page.stream()
                            .filter(event -> watched.isOf(event) && event.id().compareTo(end) <= 0)
                            .forEach(found::add);
                    return page.size() < PAGE
                            ? Uni.createFrom().item(found)
                            : read(watched, page.getLast().id(), end, found);
                });
    }
}
