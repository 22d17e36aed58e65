package io.cellmonitor.store.relational;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How many connections all pools have open: {@code database_connection_pool_size}. */
@Singleton
class PostgresConnections {

    private final List<Pool> pools = new CopyOnWriteArrayList<>();

    PostgresConnections() {
        // Made before there is a bean of the registry.
        Gauge.builder(
                        "database.connection.pool.size",
                        pools,
                        all -> all.stream().mapToInt(Pool::size).sum())
                .description("Open connections, of all pools and those kept for one purpose")
                .tag("database", "postgresql")
                .register(Metrics.globalRegistry);
    }

    Pool counted(Pool pool) {
        pools.add(pool);
        return pool;
    }
}
