package io.cellmonitor.operate;

import io.cellmonitor.store.relational.OpenPartitions;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Whether PostgreSQL answers, has this version's tables, and every session lies in its month. Wellness and not readiness: events are taken and screens go on while
 * PostgreSQL is away (promise 7), so no load balancer may turn senders away for it.
 */
@Wellness
@ApplicationScoped
class PostgresHealth implements AsyncHealthCheck {

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
            return Uni.createFrom()
                    .item(health(Duration.ZERO, "has not this version's tables, or was never there since the start")
                            .answer(Map.of()));
        }
        long since = System.nanoTime();
        return partitions
                .defaultIsEmpty()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(empty -> answered(since, empty))
                .onFailure()
                .recoverWithItem(
                        failure -> health(passed(since), "does not answer").answer(Map.of()));
    }

    private static HealthCheckResponse answered(long since, boolean empty) {
        return health(
                        passed(since),
                        empty ? null : "learning_sessions_default has sessions of a month that is not open")
                .answer(Map.of("learning_sessions_default", empty ? "empty" : "not empty"));
    }

    private static Duration passed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static StoreHealth health(Duration answerTime, @Nullable String error) {
        return new StoreHealth("postgresql", answerTime, Optional.ofNullable(error));
    }
}
