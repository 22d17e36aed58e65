package io.cellmonitor.live;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.bus.EventTail;
import io.cellmonitor.bus.GroupLag;
import io.cellmonitor.bus.LogLag;
import io.cellmonitor.event.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the status frame says: every 5 s, and at once when staleness changes. Stale: Redis does not answer, or the tail stands still behind
 * the end of the log.
 */
@ApplicationScoped
class StatusSource {

    private static final Logger LOGGER = Logger.getLogger(StatusSource.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

    private final EventLog log;
    private final EventTail tail;
    private final LogLag logLag;
    private final Frames frames;
    private final String instance = UUID.randomUUID().toString();
    private volatile @Nullable Instant staleSince;
    private volatile Map<String, Frames.Lag> lag = Map.of();
    private StreamId lastPosition = StreamId.ZERO;
    private StreamId lastEnd = StreamId.ZERO;
    private final Rhythm saying = new Rhythm(EVERY);
    private boolean saidStale;
    private final AtomicBoolean probing = new AtomicBoolean();
    private final Rhythm probes = new Rhythm(PROBE_LIMIT);

    StatusSource(EventLog log, EventTail tail, LogLag logLag, Frames frames) {
        this.log = log;
        this.tail = tail;
        this.logLag = logLag;
        this.frames = frames;
    }

    Frame frame(StreamId at, Instant now) {
        return frames.status(at, now, instance, lag, staleSince);
    }

    String instance() {
        return instance;
    }

    /** Asked each second: looks at the log, and tells whether a status is due. */
    boolean isDue(Instant now) {
        probe(now);
        boolean stale = staleSince != null;
        if (stale == saidStale && !saying.isDue(now)) {
            return false;
        }
        saidStale = stale;
        saying.begin(now);
        measureLag();
        return true;
    }

    /** One at a time: a Redis that stands still must not use up its pool's connections. No answer for a while is an answer, too. */
    private void probe(Instant now) {
        if (!probing.compareAndSet(false, true)) {
            if (probes.isDue(now)) {
                setStale(true, now);
            }
            return;
        }
        probes.begin(now);
        log.last()
                .onTermination()
                .invoke(() -> probing.set(false))
                .subscribe()
                .with(end -> compare(end, now), failure -> setStale(true, now));
    }

    /** For the next status: nobody waits for it. */
    private void measureLag() {
        logLag.measure().subscribe().with(this::keep, failure -> LOGGER.debug("the lag of the stores is unknown"));
    }

    private void keep(Map<String, GroupLag> measured) {
        lag = measured.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        group -> new Frames.Lag(
                                group.getValue().entries(), group.getValue().milliseconds())));
    }

    /** The tail is stale when it has not moved though a second ago the log was ahead of it already. */
    private synchronized void compare(StreamId end, Instant now) {
        StreamId position = tail.position();
        boolean still = position.equals(lastPosition) && position.compareTo(lastEnd) < 0;
        lastPosition = position;
        lastEnd = end;
        setStale(still, now);
    }

    private synchronized void setStale(boolean stale, Instant now) {
        if (!stale) {
            staleSince = null;
        } else if (staleSince == null) {
            staleSince = now;
        }
    }
}
