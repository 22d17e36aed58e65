package io.cellmonitor.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the parts of the bus from the application's Redis clients and configuration. */
@Dependent
final class BusWiring {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);
    private static final Duration STORE_LIMIT = Duration.ofSeconds(60);
    private static final Duration KEEP = Duration.ofMinutes(15);
    private static final int KEEP_ENTRIES = 50_000;

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
        return new RedisEventLog(vertx, append, pool, new ChannelPublisher(pool, metrics), metrics, settings);
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

    @Produces
    @Singleton
    GroupReaders readers(
            Vertx vertx,
            @RedisClientName("reader") Redis reader,
            Instance<EventSubscriber> subscribers,
            ReaderLease lease,
            LogMetrics metrics) {
        List<GroupReader> readers = subscribers.stream()
                .map(subscriber -> {
                    Stopping stopping = new Stopping();
                    SubscriberCalls calls = new SubscriberCalls(vertx, STORE_LIMIT);
                    return new GroupReader(
                            subscriber.group(),
                            new RedisLine(reader, COMMAND_LIMIT),
                            new BatchStorage(subscriber, calls, stopping, metrics),
                            new LeaseHolder(lease, "reader-" + subscriber.group()),
                            stopping,
                            metrics);
                })
                .toList();
        return new GroupReaders(readers);
    }

    @Produces
    @Singleton
    TrimSchedule trimming(Vertx vertx, Redis pool, Instance<EventSubscriber> subscribers, ReaderLease lease) {
        Set<String> groups = subscribers.stream().map(EventSubscriber::group).collect(Collectors.toUnmodifiableSet());
        Trimmer trimmer = new Trimmer(new RedisLine(pool, COMMAND_LIMIT), () -> groups, KEEP, KEEP_ENTRIES);
        return new TrimSchedule(vertx, trimmer, new LeaseHolder(lease, "trimmer"));
    }
}
