package io.cellmonitor.store.relational;

import io.cellmonitor.recurrence.Recurring;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the months of {@code learning_sessions} open, three ahead. Any number of instances may do it at once. */
@ApplicationScoped
public class OpenPartitions {

    private static final Logger LOG = Logger.getLogger(OpenPartitions.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Pool pool;

    OpenPartitions(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofDays(1), Duration.ofDays(1), this::renew);
    }

    /** Opens what is missing, each day and when the tables are there; never fails, for the next day tries again and three months are in hand. */
    public Uni<Void> renew() {
        return open().onFailure()
                .invoke(failure ->
                        LOG.warnf("Months not opened: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Opens what is missing. */
    Uni<Void> open() {
        return pool.query("select open_session_partitions()")
                .execute()
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Whether no session fell outside the open months. */
    public Uni<Boolean> defaultIsEmpty() {
        return pool.query("select not exists (select from learning_sessions_default)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
