package io.cellmonitor.bus;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for one store, on a virtual thread and a connection of its own, while it holds the lease of its group. What was read and
 * not acknowledged comes first, then what is new; an entry is acknowledged when the store has it. Where there is a backlog the next batch is
 * read while the store is at work. Every failure heals by itself.
 */
final class GroupReader {

    private static final Logger LOGGER = Logger.getLogger(GroupReader.class);
    private static final long SAY_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    /** From one batch to the next where there is no backlog: what each costs whatever its size is shared by more events. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final String name;
    private final ConsumerGroup group;
    private final GroupOpening opening;
    private final RedisLine line;
    private final BatchStorage storage;
    private final LeaseHolder lease;
    private final Stopping stopping;
    private final Backoff backoff = new Backoff(50, 5_000);
    private final Thread thread;
    private final EntryBatches batches;
    private boolean opened;
    private boolean pendingFirst = true;
    private @Nullable EntryBatch ahead;
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
        this.batches = new EntryBatches(name, group, metrics);
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
                    finish();
                    startOver();
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
        startOver();
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

    /** The group is opened again, and what is pending comes first. */
    private void startOver() {
        opened = false;
        pendingFirst = true;
        ahead = null;
    }

    private void round() {
        if (!opened || line.isClosed()) {
            startOver();
            opening.open();
            opened = true;
        }
        EntryBatch batch = next();
        if (batch.isEmpty()) {
            // After what is pending comes what is new. And while nothing is new: the reader of a moment ago, on another
            // instance, may have read something and not stored it.
            pendingFirst = !pendingFirst;
            return;
        }
        long begun = System.nanoTime();
        store(batch);
        if (ahead == null) {
            gather(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void gather(Duration stored) {
        if (stored.compareTo(GATHERING) < 0) {
            stopping.pause(GATHERING.minus(stored).toMillis());
        }
    }

    private void store(EntryBatch batch) {
        StoringTask storing = StoringTask.begin(name, () -> storage.store(batch.events()));
        try {
            // What is read ahead is pending like any other, should this instance end now.
            ahead = group.isFull(batch) && !pendingFirst ? batches.of(group.readReady()) : null;
        } finally {
            storing.await();
        }
        group.acknowledge(batch.ids());
    }

    /** What was read ahead is still this instance's to store when it is the reader no longer. */
    private void finish() {
        EntryBatch read = ahead;
        ahead = null;
        if (read != null && !read.isEmpty()) {
            storage.store(read.events());
            group.acknowledge(read.ids());
        }
    }

    private EntryBatch next() {
        EntryBatch read = ahead;
        ahead = null;
        if (read != null && !read.isEmpty()) {
            return read;
        }
        return batches.of(pendingFirst ? group.readPending() : group.readNew());
    }
}
