package io.cellmonitor.store.relational;

import io.cellmonitor.bus.ReaderLease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A lease is a session-level advisory lock of PostgreSQL on a connection of its own, outside the pool: when the connection or its holder dies,
 * the server lets go, and also when the holder says nothing for 45 s: a process that stands still keeps its connection. Ask for one name from
 * one place at a time, more often than that.
 */
@ApplicationScoped
public class AdvisoryReaderLease implements ReaderLease {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended($1, 0))";

    /** More than the half minute between two rounds of trimming, the longest that a holder keeps silent. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final BooleanSupplier ready;
    private final Map<String, PgConnection> held = new ConcurrentHashMap<>();

    @Inject
    AdvisoryReaderLease(
            Vertx vertx,
            Migrations migrations,
            PostgresTls tls,
            @ConfigProperty(name = "cell-monitor.pg-reactive-url") String address,
            @ConfigProperty(name = "quarkus.datasource.pipeline.username") String user,
            @ConfigProperty(name = "quarkus.datasource.pipeline.password") String password) {
        this(
                vertx,
                tls.on(PgConnectOptions.fromUri(address).setUser(user).setPassword(password)),
                migrations::isOpenForEvents,
                SILENCE);
    }

    /**
     * With the server's keepalive short, so that it soon notices a holder whose machine is gone. Nobody holds a lease before {@code ready}: a
     * reader has nothing to write to without its tables. {@code silence}: how long a holder may say nothing.
     */
    AdvisoryReaderLease(Vertx vertx, PgConnectOptions options, BooleanSupplier ready, Duration silence) {
        this.vertx = vertx;
        this.ready = ready;
        this.options = new PgConnectOptions(options)
                .addProperty("tcp_keepalives_idle", "10")
                .addProperty("tcp_keepalives_interval", "5")
                .addProperty("tcp_keepalives_count", "3")
                .addProperty("idle_session_timeout", String.valueOf(silence.toMillis()));
        this.options.setConnectTimeout((int) LIMIT.toMillis());
    }

    @Override
    public Uni<Boolean> tryAcquire(String name) {
        PgConnection connection = held.get(name);
        if (!ready.getAsBoolean()) {
            return Uni.createFrom().item(false);
        }
        if (connection == null) {
            return PgConnection.connect(vertx, options)
                    .ifNoItem()
                    .after(LIMIT)
                    .fail()
                    .chain(fresh -> lock(name, fresh));
        }
        return connection
                .query("select 1")
                .execute()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(() -> release(name).replaceWith(false));
    }

    @Override
    public Uni<Void> release(String name) {
        PgConnection connection = held.remove(name);
        return connection == null ? Uni.createFrom().voidItem() : close(connection);
    }

    private Uni<Boolean> lock(String name, PgConnection connection) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of("cell-monitor:reader:" + name))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .call(() -> close(connection))
                .chain(locked -> {
                    if (locked) {
                        held.put(name, connection);
                        return Uni.createFrom().item(true);
                    }
                    return close(connection).replaceWith(false);
                });
    }

    private static Uni<Void> close(PgConnection connection) {
        return connection.close().ifNoItem().after(LIMIT).fail().onFailure().recoverWithNull();
    }
}
