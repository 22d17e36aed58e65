package io.cellmonitor.operate;

import io.cellmonitor.bus.AppendState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who takes events: connected to a Redis that keeps what it acknowledges. Asks nobody, so that a silent Redis makes no answer wait. */
@Readiness
@ApplicationScoped
class RedisHealth implements HealthCheck {

    private final AppendState log;

    RedisHealth(AppendState log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return new StoreHealth("redis", log.answerTime(), log.trouble()).answer(Map.of());
    }
}
