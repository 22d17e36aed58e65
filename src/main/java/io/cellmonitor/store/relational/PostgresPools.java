package io.cellmonitor.store.relational;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pools as Quarkus's settings say, with limits that these do not have. A connection that dies without a word (its network is cut, its
 * machine is gone) would else keep its place in the pool until TCP gives it up, after a quarter of an hour: who has waited for its answer goes, it
 * stays. So one on which nothing was read for longer than any statement may take is closed, as is one that is only unused.
 */
@Dependent
final class PostgresPools {

    /** Between the end of the longest statement in the server and the closing of its connection here. */
    static final Duration MARGIN = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_WAITING = 2_000;

    private final PostgresTls tls;
    private final PostgresConnections connections;

    PostgresPools(PostgresTls tls, PostgresConnections connections) {
        this.tls = tls;
        this.connections = connections;
    }

    @Produces
    @Singleton
    PgPoolCreator writer() {
        return this::pool;
    }

    @Produces
    @Singleton
    @ReactiveDataSource("pipeline")
    PgPoolCreator pipeline() {
        return this::pool;
    }

    @Produces
    @Singleton
    @ReactiveDataSource("reader")
    PgPoolCreator reader() {
        return this::pool;
    }

    private Pool pool(PgPoolCreator.Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> limit(tls.on(server), MARGIN));
        return connections.counted(PgBuilder.pool()
                .with(input.poolOptions().setMaxWaitQueueSize(MOST_WAITING))
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build());
    }

    /** Closes connections that are silent for {@code margin} longer than their {@code statement_timeout} (whole seconds, {@code 16s}). */
    static void limit(PgConnectOptions server, Duration margin) {
        String longest = server.getProperties().get("statement_timeout");
        if (longest == null || !longest.matches("\\d+s")) {
            throw new IllegalStateException(
                    "a pool without statement_timeout in seconds would cut statements that are alive");
        }
        long seconds = Long.parseLong(longest.substring(0, longest.length() - 1));
        server.setConnectTimeout(CONNECT_MILLIS);
        server.setIdleTimeoutUnit(TimeUnit.SECONDS);
        server.setReadIdleTimeout((int) (seconds + margin.toSeconds()));
    }
}
