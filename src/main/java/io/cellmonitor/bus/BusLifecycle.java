package io.cellmonitor.bus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.redis.client.Redis;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the bus before what uses it and stops it after. The application does not start while Redis is away. */
@Singleton
final class BusLifecycle {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RedisEventLog log;
    private final LogTail tail;
    private final GroupReaders readers;
    private final TrimSchedule trimming;
    private final RetiredGroups retired;
    private final Redis pool;
    private final boolean durabilityConfirmed;

    BusLifecycle(
            RedisEventLog log,
            LogTail tail,
            GroupReaders readers,
            TrimSchedule trimming,
            RetiredGroups retired,
            Redis pool,
            @ConfigProperty(name = "cell-monitor.redis-durability-confirmed", defaultValue = "false")
                    boolean durabilityConfirmed) {
        this.log = log;
        this.tail = tail;
        this.readers = readers;
        this.trimming = trimming;
        this.retired = retired;
        this.pool = pool;
        this.durabilityConfirmed = durabilityConfirmed;
    }

    void start(@Observes @Priority(1_000) StartupEvent event) {
        prepare();
        log.start()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
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

    private void prepare() {
        try (RedisLine line = new RedisLine(pool, LIMIT)) {
            DurabilityCheck.require(line, !ConfigUtils.isProfileActive("prod") || durabilityConfirmed);
            retired.remove(line);
        }
    }
}
