package io.cellmonitor.bus;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks for a lease, and asks again each second whether it still holds. For one thread. */
final class LeaseHolder {

    private static final Logger LOGGER = Logger.getLogger(LeaseHolder.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ReaderLease lease;
    private final String name;
    private boolean held;
    private long asked;

    LeaseHolder(ReaderLease lease, String name) {
        this.lease = lease;
        this.name = name;
    }

    /** False also when nobody can say. */
    boolean holds() {
        if (held && System.nanoTime() - asked < FRESH_NANOS) {
            return true;
        }
        boolean before = held;
        held = ask();
        asked = System.nanoTime();
        if (held != before) {
            LOGGER.infof("%s: %s", name, held ? "this instance is the reader" : "another instance is the reader");
        }
        return held;
    }

    void release() {
        if (held) {
            held = false;
            try {
                lease.release(name).await().atMost(LIMIT);
            } catch (RuntimeException e) {
                LOGGER.debugf("%s: the lease ends with its connection", name);
            }
        }
    }

    private boolean ask() {
        try {
            return Boolean.TRUE.equals(lease.tryAcquire(name).await().atMost(LIMIT));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
