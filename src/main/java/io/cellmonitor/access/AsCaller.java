package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** One transaction of the plain client in which row-level security shows what somebody may see and write. */
@ApplicationScoped
public class AsCaller {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Pool pool;

    AsCaller(Pool pool) {
        this.pool = pool;
    }

    /** {@code user}: an account or a student's pseudonym. Fails after 5 s, and may be committed all the same. */
    public <T> Uni<T> run(UUID user, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("select set_config('app.current_user_id', $1, true)")
                        .execute(Tuple.of(user.toString()))
                        .flatMap(ignored -> work.apply(connection)))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /**
     * The same, one after the other for all who name the same {@code thing}, on any instance: of two who put something in its place the later
     * one wins whole, and never a mixture of both.
     */
    public <T> Uni<T> alone(UUID user, String thing, Function<SqlConnection, Uni<T>> work) {
        return run(
                user,
                connection ->
                        connection.preparedQuery(LOCK).execute(Tuple.of(thing)).chain(() -> work.apply(connection)));
    }
}
