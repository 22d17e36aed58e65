package io.cellmonitor.operate;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.recurrence.Recurring;
import io.cellmonitor.store.relational.DeadLetters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gauge of the dead letters of each store, as they were at most a minute ago. */
@Startup
@ApplicationScoped
class DeadLetterCounts {

    private final DeadLetters letters;
    private volatile @Nullable Map<String, Long> counts;

    @Inject
    DeadLetterCounts(DeadLetters letters, MeterRegistry registry, Instance<EventSubscriber> subscribers) {
        this(letters, registry, subscribers.stream().map(EventSubscriber::group).toList());
    }

    DeadLetterCounts(DeadLetters letters, MeterRegistry registry, List<String> groups) {
        this.letters = letters;
        groups.forEach(group -> Gauge.builder("cellmonitor.dead.letters", () -> count(group))
                .tag("group", group)
                .description("Events that the store could not take")
                .register(registry));
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofSeconds(5), Duration.ofSeconds(60), this::renew);
    }

    Uni<Void> renew() {
        return letters.counts()
                .onItem()
                .invoke(counted -> counts = counted)
                .onFailure()
                .recoverWithItem(() -> Map.of())
                .replaceWithVoid();
    }

    private double count(String group) {
        Map<String, Long> known = counts;
        return known == null ? Double.NaN : known.getOrDefault(group, 0L);
    }
}
