package io.cellmonitor.store.relational;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.event.LoggedEvent;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Writes the log into PostgreSQL, exactly once (promise 2): one batch is one transaction, and a batch that comes again changes nothing. Safe for
 * use by several writers at once.
 */
@ApplicationScoped
public class RelationalSubscriber implements EventSubscriber {

    /** The consumer group. */
    static final String GROUP = "relational";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CONFLICT_TRIES = 8;

    private final Pool pool;
    private final DeadLetters deadLetters;

    RelationalSubscriber(@ReactiveDataSource("pipeline") Pool pool, DeadLetters deadLetters) {
        this.pool = pool;
        this.deadLetters = deadLetters;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Uni<Void> store(List<LoggedEvent> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        EventBatch events = EventBatch.of(batch);
        return pool.withTransaction(connection -> write(connection, events))
                .onFailure(PostgresFailures::isConflict)
                .retry()
                .withBackOff(Duration.ofMillis(20), Duration.ofSeconds(1))
                .withJitter(0.5)
                .atMost(CONFLICT_TRIES)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    @Override
    public boolean isDataError(Throwable failure) {
        return PostgresFailures.isDataError(failure);
    }

    @Override
    public String reason(Throwable failure) {
        return PostgresFailures.reason(failure);
    }

    @Override
    public Uni<Void> deadLetter(LoggedEvent event, String reason) {
        return deadLetters.put(group(), event, reason);
    }

    private static Uni<Void> write(SqlConnection connection, EventBatch batch) {
        return RosterUpsert.write(connection, batch)
                .chain(() -> SessionHistory.read(connection, batch))
                .map(placing -> placing.place(batch))
                .chain(placed -> EventInsert.insert(connection, placed))
                .chain(inserted -> SessionCounters.move(connection, inserted)
                        .chain(() -> HelpRows.write(connection, inserted))
                        .chain(() -> HintRows.write(connection, inserted)));
    }
}
