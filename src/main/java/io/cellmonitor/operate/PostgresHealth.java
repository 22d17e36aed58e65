package io.cellmonitor.operate;

import io.cellmonitor.store.relational.OpenPartitions;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether PostgreSQL answers, has this version's tables, and every session lies in its month. Wellness and not readiness: events are taken and screens go on while
 * PostgreSQL is away (promise 7), so no load balancer may turn senders away for it.
 */
@Wellness
@ApplicationScoped
class PostgresHealth implements AsyncHealthCheck {

    private static final String NAME = "PostgreSQL";
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RelationalStart start;
    private final OpenPartitions partitions;

    PostgresHealth(RelationalStart start, OpenPartitions partitions) {
        this.start = start;
        this.partitions = partitions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!start.isDone()) {
            return Uni.createFrom().item(down("has not this version's tables, or was never there since the start"));
        }
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
                .recoverWithItem(failure -> down("does not answer"));
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
