package io.cellmonitor.bus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the bus before what uses it and stops it after. While Redis is away everything waits for it by itself. */
@Singleton
final class BusLifecycle {

    /** How long a start waits for Redis, so that the first request usually finds it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RedisEventLog log;
    private final LogTail tail;
    private final GroupReaders readers;
    private final TrimSchedule trimming;
    private final Event<LogRefused> refusals;

    BusLifecycle(
            RedisEventLog log, LogTail tail, GroupReaders readers, TrimSchedule trimming, Event<LogRefused> refusals) {
        this.log = log;
        this.tail = tail;
        this.readers = readers;
        this.trimming = trimming;
        this.refusals = refusals;
    }

    void start(@Observes @Priority(1_000) StartupEvent event) throws InterruptedException {
        CountDownLatch known = new CountDownLatch(1);
        Future<Void> opened = log.start();
        opened.onFailure(refused -> refusals.fire(new LogRefused(String.valueOf(refused.getMessage()))))
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
}
