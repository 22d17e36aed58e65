package io.cellmonitor.bus;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Trims the log each 30 s, and each second while Redis has little memory left, from the one instance that holds the lease. */
final class TrimSchedule {

    private static final Logger LOGGER = Logger.getLogger(TrimSchedule.class);
    private static final long LOOK_MS = 1_000;
    private static final long EVERY_NANOS = Duration.ofSeconds(30).toNanos();

    private final Vertx vertx;
    private final Trimmer trimmer;
    private final LeaseHolder lease;
    private final LongSupplier clock;
    private final ReentrantLock running = new ReentrantLock();
    private long timer = -1;
    private long trimmedAt;
    private long saidAt;

    /** {@code clock}: in nanoseconds, from any beginning. */
    TrimSchedule(Vertx vertx, Trimmer trimmer, LeaseHolder lease, LongSupplier clock) {
        this.vertx = vertx;
        this.trimmer = trimmer;
        this.lease = lease;
        this.clock = clock;
        this.trimmedAt = clock.getAsLong();
        this.saidAt = trimmedAt - EVERY_NANOS;
    }

    void start() {
        timer = vertx.setPeriodic(
                LOOK_MS, ignored -> Thread.ofVirtual().name("trimmer").start(this::look));
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

    /** What is done each second. Waits for Redis. */
    void look() {
        if (!running.tryLock()) {
            return;
        }
        try {
            boolean isDue = clock.getAsLong() - trimmedAt >= EVERY_NANOS;
            boolean isTight = trimmer.isTight();
            if ((isDue || isTight) && lease.holds()) {
                trim(isDue, isTight);
            }
        } catch (RedisFailure e) {
            say(e);
        } finally {
            running.unlock();
        }
    }

    private void trim(boolean isDue, boolean isTight) {
        if (isDue) {
            trimmedAt = clock.getAsLong();
            trimmer.trim();
        }
        if (isTight) {
            trimmer.makeRoom();
        }
    }

    /** Not each second: an outage of hours must not fill the log file. */
    private void say(RedisFailure failure) {
        long now = clock.getAsLong();
        if (now - saidAt >= EVERY_NANOS) {
            saidAt = now;
            LOGGER.warnf("the log is not trimmed now: %s", failure.getMessage());
        }
    }
}
