package io.cellmonitor.operate;

import io.cellmonitor.bus.AppendState;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who takes events: connected to a Redis that keeps what it acknowledges. */
@Readiness
@ApplicationScoped
class LogHealth implements HealthCheck {

    private final AppendState log;

    LogHealth(AppendState log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(log.isOpen()).build();
    }
}
