package io.cellmonitor.bus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the bus before what uses it and stops it after. While Redis is away everything waits for it by itself. */
@Singleton
final class BusLifecycle {

    private static final Logger LOGGER = Logger.getLogger(BusLifecycle.class);

    /** How long a start waits for Redis, so that the first request usually finds it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RedisEventLog log;
    private final LogTail tail;
    private final GroupReaders readers;
    private final TrimSchedule trimming;
    private final RetiredGroups retired;
    private final Redis pool;
    private final Event<LogRefused> refusals;

    BusLifecycle(
            RedisEventLog log,
            LogTail tail,
            GroupReaders readers,
            TrimSchedule trimming,
            RetiredGroups retired,
            Redis pool,
            Event<LogRefused> refusals) {
        this.log = log;
        this.tail = tail;
        this.readers = readers;
        this.trimming = trimming;
        this.retired = retired;
        this.pool = pool;
        this.refusals = refusals;
    }

    void start(@Observes @Priority(1_000) StartupEvent event) throws InterruptedException {
        CountDownLatch known = new CountDownLatch(1);
        Future<Void> opened = log.start();
        opened.onSuccess(ignored -> Thread.ofVirtual().name("retired-groups").start(this::removeRetired))
                .onFailure(refused -> refusals.fire(new LogRefused(String.valueOf(refused.getMessage()))))
                .onComplete(outcome -> known.countDown());
        known.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        tail.start();
        readers.start();
        trimming.start();
    }

    void stop(@Observes @Priority(5_000) ShutdownEvent event) {
        trimming.stop();
        readers.stop();
        tail.stop();
        log.stop();
    }

    /** A group that stays because Redis went away again is removed by the next start; until then it only keeps the log longer. */
    private void removeRetired() {
        try (RedisLine line = new RedisLine(pool, PATIENCE)) {
            retired.remove(line);
        } catch (RedisFailure e) {
            LOGGER.warnf("groups of stores that are configured no longer are not removed now: %s", e.getMessage());
        }
    }
}
