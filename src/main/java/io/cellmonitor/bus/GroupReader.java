package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for one store, on a virtual thread and a connection of its own, while it holds the lease of its group. What was read and
 * not acknowledged comes first, then what is new; an entry is acknowledged when the store has it. Every failure heals by itself.
 */
final class GroupReader {

    private static final Logger LOGGER = Logger.getLogger(GroupReader.class);
    private static final long SAY_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final ConsumerGroup group;
    private final GroupOpening opening;
    private final RedisLine line;
    private final BatchStorage storage;
    private final LeaseHolder lease;
    private final Stopping stopping;
    private final LogMetrics metrics;
    private final Backoff backoff = new Backoff(50, 5_000);
    private final Thread thread;
    private boolean opened;
    private boolean pendingFirst = true;
    private String lastTrouble = "";
    private long lastSaid;

    GroupReader(
            String name,
            RedisLine line,
            BatchStorage storage,
            LeaseHolder lease,
            Stopping stopping,
            LogMetrics metrics) {
        this(name, line, new ConsumerGroup(name, line), storage, lease, stopping, metrics);
    }

    /** {@code opening} works on the same line. */
    GroupReader(
            String name,
            RedisLine line,
            GroupOpening opening,
            BatchStorage storage,
            LeaseHolder lease,
            Stopping stopping,
            LogMetrics metrics) {
        this.name = name;
        this.line = line;
        this.group = new ConsumerGroup(name, line);
        this.opening = opening;
        this.storage = storage;
        this.lease = lease;
        this.stopping = stopping;
        this.metrics = metrics;
        this.thread = Thread.ofVirtual().name("reader-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Finishes the batch in hand, for up to ten seconds, and lets the lease go. */
    void stop() {
        stopping.ask();
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping.isAsked()) {
            try {
                if (lease.holds()) {
                    round();
                    backoff.reset();
                } else {
                    opened = false;
                    stopping.pause(1_000);
                }
            } catch (StoreAway e) {
                waitAfter("the store is away: " + e.getMessage());
            } catch (RedisFailure e) {
                if (e.isNoGroup()) {
                    line.close();
                }
                waitAfter("the log is away: " + e.getMessage());
            } catch (RuntimeException e) {
                waitAfter("unexpected " + e.getClass().getName());
            }
        }
        line.close();
        lease.release();
    }

    /** Whatever was read before a failure is pending now. */
    private void waitAfter(String reason) {
        opened = false;
        say(reason);
        stopping.pause(backoff.nextMillis());
    }

    /** The same trouble once a minute: an outage of hours must not fill the log file. */
    private void say(String reason) {
        long now = System.nanoTime();
        if (!reason.equals(lastTrouble) || now - lastSaid > SAY_AGAIN_NANOS) {
            LOGGER.warnf("%s: %s", name, reason);
            lastTrouble = reason;
            lastSaid = now;
        }
    }

    private void round() {
        if (!opened || line.isClosed()) {
            opening.open();
            opened = true;
            pendingFirst = true;
        }
        Response entries = pendingFirst ? group.readPending() : group.readNew();
        if (entries == null || entries.size() == 0) {
            pendingFirst = false;
            return;
        }
        List<String> ids = new ArrayList<>(entries.size());
        List<LoggedEvent> batch = new ArrayList<>(entries.size());
        for (Response entry : entries) {
            ids.add(entry.get(0).toString());
            LoggedEvent event = event(entry);
            if (event != null) {
                batch.add(event);
            }
        }
        if (!batch.isEmpty()) {
            storage.store(batch);
        }
        group.acknowledge(ids);
    }

    private @Nullable LoggedEvent event(Response entry) {
        if (LogEntries.isGone(entry)) {
            LOGGER.errorf("%s: entry %s was taken from the log before it was stored", name, entry.get(0));
            return null;
        }
        try {
            return LogEntries.read(entry);
        } catch (IOException e) {
            LOGGER.errorf("%s: entry %s is put aside: %s", name, entry.get(0), e.getMessage());
            metrics.unreadable(name);
            group.putAside(entry);
            return null;
        }
    }
}
