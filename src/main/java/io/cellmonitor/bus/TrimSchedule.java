package io.cellmonitor.bus;

import io.vertx.core.Vertx;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Trims the log each 30 s, from the one instance that holds the lease. */
final class TrimSchedule {

    private static final Logger LOGGER = Logger.getLogger(TrimSchedule.class);
    private static final long EVERY_MS = 30_000;

    private final Vertx vertx;
    private final Trimmer trimmer;
    private final LeaseHolder lease;
    private final ReentrantLock running = new ReentrantLock();
    private long timer = -1;

    TrimSchedule(Vertx vertx, Trimmer trimmer, LeaseHolder lease) {
        this.vertx = vertx;
        this.trimmer = trimmer;
        this.lease = lease;
    }

    void start() {
        timer = vertx.setPeriodic(
                EVERY_MS, ignored -> Thread.ofVirtual().name("trimmer").start(this::trim));
    }

    void stop() {
        vertx.cancelTimer(timer);
        running.lock();
        try {
            lease.release();
        } finally {
            running.unlock();
        }
    }

    private void trim() {
        if (!running.tryLock()) {
            return;
        }
        try {
            if (lease.holds()) {
                trimmer.trim();
            }
        } catch (RedisFailure e) {
            LOGGER.warnf("the log is not trimmed now: %s", e.getMessage());
        } finally {
            running.unlock();
        }
    }
}
