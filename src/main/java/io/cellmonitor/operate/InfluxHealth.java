package io.cellmonitor.operate;

import io.cellmonitor.bus.GroupLag;
import io.cellmonitor.bus.GroupLags;
import io.cellmonitor.store.timeseries.TimeSeriesCondition;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether InfluxDB, where one is configured, takes and answers what we ask. Wellness and not readiness, as for PostgreSQL (promise 7). */
@Wellness
@ApplicationScoped
class InfluxHealth implements AsyncHealthCheck {

    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final TimeSeriesCondition condition;
    private final GroupLags lags;

    InfluxHealth(TimeSeriesCondition condition, GroupLags lags) {
        this.condition = condition;
        this.lags = lags;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!condition.isConfigured()) {
            return Uni.createFrom()
                    .item(HealthCheckResponse.named("influxdb")
                            .up()
                            .withData("configured", false)
                            .build());
        }
        long since = System.nanoTime();
        return condition
                .trouble()
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(Optional.of("does not answer"))
                .map(trouble -> new StoreHealth("influxdb", Duration.ofNanos(System.nanoTime() - since), trouble)
                        .answer(lag()));
    }

    private Map<String, Object> lag() {
        Optional<GroupLag> lag = lags.of(condition.group());
        return lag.isEmpty()
                ? Map.of("store", "is being filled from PostgreSQL")
                : Map.of("behind_ms", lag.get().milliseconds());
    }
}
