package io.cellmonitor.operate;

import io.cellmonitor.store.relational.OpenPartitions;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether PostgreSQL answers and every session lies in its month. Wellness and not readiness: events are taken and screens go on while
 * PostgreSQL is away (promise 7), so no load balancer may turn senders away for it.
 */
@Wellness
@ApplicationScoped
class PostgresHealth implements AsyncHealthCheck {

    private static final String NAME = "PostgreSQL";
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final OpenPartitions partitions;

    PostgresHealth(OpenPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return partitions
                .defaultIsEmpty()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(empty -> HealthCheckResponse.named(NAME)
                        .status(empty)
                        .withData(
                                "learning_sessions_default",
                                empty ? "empty" : "has sessions of a month that is not open")
                        .build())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", "does not answer")
                        .build());
    }
}
