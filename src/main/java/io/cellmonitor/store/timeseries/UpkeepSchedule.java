package io.cellmonitor.store.timeseries;

import io.cellmonitor.recurrence.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Once a minute, where InfluxDB is configured. */
@ApplicationScoped
class UpkeepSchedule {

    private static final Logger LOGGER = Logger.getLogger(UpkeepSchedule.class);
    private static final Duration AT_MOST = Duration.ofSeconds(50);

    private final Instance<MinuteUpkeep> upkeep;

    UpkeepSchedule(Instance<MinuteUpkeep> upkeep) {
        this.upkeep = upkeep;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofSeconds(10), Duration.ofSeconds(60), this::run);
    }

    /** Never fails: the next minute goes on where this one ended. */
    Uni<Void> run() {
        if (!upkeep.isResolvable()) {
            return Uni.createFrom().voidItem();
        }
        return upkeep.get()
                .run(java.time.Instant.now().plus(AT_MOST))
                .onFailure()
                .invoke(failure -> LOGGER.debugf("minutes are written later: %s", WriteFailures.reason(failure)))
                .onFailure()
                .recoverWithNull();
    }

    void stop(@Observes ShutdownEvent event) {
        if (upkeep.isResolvable()) {
            upkeep.get().stop().await().atMost(Duration.ofSeconds(5));
        }
    }
}
