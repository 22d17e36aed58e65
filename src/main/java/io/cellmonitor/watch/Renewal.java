package io.cellmonitor.watch;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.bus.EventTail;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;

/** Folds a watched class anew, from its day's beginning, when its rules or its day changed. Screens show the old fold until then. */
final class Renewal {

    private static final Logger LOGGER = Logger.getLogger(Renewal.class);
    /** After one that failed; longer than a fold may take to load, so that there are never two. */
    private static final Duration AGAIN = Duration.ofSeconds(25);

    private final ClassDirectory directory;
    private final FoldJoining joining;
    private final EventTail tail;
    private final ScheduledExecutorService timer;

    Renewal(ClassDirectory directory, FoldJoining joining, EventTail tail, ScheduledExecutorService timer) {
        this.directory = directory;
        this.joining = joining;
        this.tail = tail;
        this.timer = timer;
    }

    /** Begins it where it is due; to be called by the ticking thread. */
    void begin(Watch watch, WatchedClass shown, Instant now) {
        directory
                .find(shown.monitored().id())
                .filter(current -> !FoldedUnder.of(current).equals(FoldedUnder.of(shown.monitored())))
                .filter(current -> watch.isRenewalDue(now, AGAIN))
                .ifPresent(current -> renew(watch, shown, current));
    }

    private void renew(Watch watch, WatchedClass shown, MonitoredClass current) {
        ClassFeed feed = new ClassFeed(current.id(), timer);
        tail.add(feed);
        joining.renew(current, feed, shown)
                .subscribe()
                .with(
                        renewed -> {
                            tail.remove(watch.feed());
                            watch.renewed(feed);
                        },
                        failure -> {
                            tail.remove(feed);
                            LOGGER.warnf(
                                    "class %s was not folded anew: %s",
                                    current.id(), failure.getClass().getName());
                        });
    }
}
