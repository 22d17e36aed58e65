package io.cellmonitor.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the parts of the bus from the application's Redis clients and configuration. */
@Dependent
final class BusWiring {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);

    @Produces
    @Singleton
    LogMetrics metrics(MeterRegistry registry) {
        return new LogMetrics(registry);
    }

    @Produces
    @Singleton
    RedisEventLog log(
            Vertx vertx,
            @RedisClientName("append") Redis append,
            Redis pool,
            LogMetrics metrics,
            @ConfigProperty(name = "cell-monitor.redis-wait-replicas", defaultValue = "0") int waitReplicas,
            @ConfigProperty(name = "cell-monitor.redis-memory-limit", defaultValue = "0") long memoryLimit,
            @ConfigProperty(name = "cell-monitor.redis-durability-confirmed", defaultValue = "false")
                    boolean durabilityConfirmed) {
        boolean production = ConfigUtils.isProfileActive("prod");
        AppendSettings settings = AppendSettings.usual(waitReplicas, memoryLimit, production, durabilityConfirmed);
        return new RedisEventLog(vertx, append, pool, new ChannelPublisher(vertx, pool, metrics), metrics, settings);
    }

    @Produces
    @Singleton
    LogTail tail(@RedisClientName("tail") Redis tail) {
        return new LogTail(new RedisLine(tail, COMMAND_LIMIT));
    }

    @Produces
    @Singleton
    LogLag lag(Redis pool) {
        return new LogLag(pool);
    }

    /** Replaced by the lease of the relational store. */
    @Produces
    @Singleton
    @DefaultBean
    ReaderLease lease() {
        return new SoleReader();
    }
}
