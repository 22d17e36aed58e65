package io.cellmonitor.bus;

import io.cellmonitor.trace.Tracing;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the readers of the configured stores, and what trims the log behind them. */
@Dependent
final class ReaderWiring {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);
    private static final Duration STORE_LIMIT = Duration.ofSeconds(60);

    @Produces
    @Singleton
    GroupReaders readers(
            Vertx vertx,
            @RedisClientName("reader") Redis reader,
            Instance<EventSubscriber> subscribers,
            Instance<RefillSource> source,
            ReaderLease lease,
            LogMetrics metrics,
            Tracing tracing) {
        return new GroupReaders(subscribers.stream()
                .map(subscriber -> {
                    Stopping stopping = new Stopping();
                    SubscriberCalls calls = new SubscriberCalls(vertx, STORE_LIMIT);
                    RedisLine line = new RedisLine(reader, COMMAND_LIMIT);
                    BatchStorage storage = new BatchStorage(subscriber, calls, stopping, metrics, tracing);
                    LeaseHolder holder = new LeaseHolder(lease, "reader-" + subscriber.group());
                    GroupOpening opening = subscriber instanceof RefillableSubscriber refillable
                            ? new RefilledGroup(
                                    refillable,
                                    source.get(),
                                    new RefillLedger(subscriber.group(), line),
                                    storage,
                                    calls,
                                    holder,
                                    stopping)
                            : new ConsumerGroup(subscriber.group(), line);
                    return new GroupReader(subscriber.group(), line, opening, storage, holder, stopping, metrics);
                })
                .toList());
    }

    @Produces
    @Singleton
    TrimSchedule trimming(
            Vertx vertx,
            Redis pool,
            Instance<EventSubscriber> subscribers,
            ReaderLease lease,
            @ConfigProperty(name = "cell-monitor.redis-memory-limit", defaultValue = "0") long memoryLimit) {
        Set<String> optional = groups(subscribers, true);
        TrimRules rules = TrimRules.usual(groups(subscribers, false), optional);
        RedisLine line = new RedisLine(pool, COMMAND_LIMIT);
        Trimmer trimmer = new Trimmer(line, rules, rules.whenTight(), new MemoryGuard(memoryLimit));
        return new TrimSchedule(vertx, trimmer, new LeaseHolder(lease, "trimmer"), System::nanoTime);
    }

    private static Set<String> groups(Instance<EventSubscriber> subscribers, boolean refillable) {
        return subscribers.stream()
                .filter(subscriber -> subscriber instanceof RefillableSubscriber == refillable)
                .map(EventSubscriber::group)
                .collect(Collectors.toUnmodifiableSet());
    }
}
