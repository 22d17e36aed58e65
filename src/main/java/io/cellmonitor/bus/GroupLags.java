package io.cellmonitor.bus;

import io.cellmonitor.recurrence.Recurring;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How far each configured store is behind, as it was at most some seconds ago: for gauges, and for whoever cannot wait for Redis. */
@Startup
@ApplicationScoped
public class GroupLags {

    private final LogLag lag;
    private volatile Map<String, GroupLag> latest = Map.of();

    GroupLags(LogLag lag, MeterRegistry registry, Instance<EventSubscriber> subscribers) {
        this.lag = lag;
        subscribers.stream().map(EventSubscriber::group).forEach(group -> {
            gauge(
                    registry,
                    "cellmonitor.group.lag.entries",
                    group,
                    GroupLag::entries,
                    "Events not yet stored, 2000 for more");
            gauge(
                    registry,
                    "cellmonitor.group.lag.seconds",
                    group,
                    lagOf -> lagOf.milliseconds() / 1000.0,
                    "How long the oldest of them has been in the log");
        });
    }

    /** Empty when the group is not there (given up, or being filled), or when Redis does not answer. */
    public Optional<GroupLag> of(String group) {
        return Optional.ofNullable(latest.get(group));
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofSeconds(2), Duration.ofSeconds(5), this::renew);
    }

    Uni<Void> renew() {
        return lag.measure()
                .onFailure()
                .recoverWithItem(Map.of())
                .invoke(measured -> latest = measured)
                .replaceWithVoid();
    }

    private void gauge(
            MeterRegistry registry, String name, String group, ToDoubleFunction<GroupLag> value, String description) {
        Gauge.builder(name, () -> of(group).map(value::applyAsDouble).orElse(Double.NaN))
                .tag("group", group)
                .description(description)
                .register(registry);
    }
}
