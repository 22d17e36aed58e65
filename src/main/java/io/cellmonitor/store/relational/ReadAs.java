package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Reads for a person: row-level security shows their own rows and those of the classes that they teach, and no others. */
@ApplicationScoped
public class ReadAs {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Pool pool;

    ReadAs(Pool pool) {
        this.pool = pool;
    }

    /** Runs {@code reading} in a transaction of its own, as {@code user}; fails after 15 s. */
    public <T> Uni<T> user(UUID user, Function<SqlConnection, Uni<T>> reading) {
        return pool.withTransaction(connection -> Statements.run(
                                connection,
                                "select set_config('app.current_user_id', $1, true)",
                                Tuple.of(user.toString()))
                        .chain(() -> reading.apply(connection)))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
