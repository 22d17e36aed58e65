package io.cellmonitor.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.TCPMetrics;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is measured of PostgreSQL and Redis. The framework names their clients {@code postgresql|NAME} and {@code redis|NAME}. */
final class Databases {

    private static final Set<String> NAMES = Set.of("postgresql", "redis");

    /** Their commands come once for each event, or wait on purpose: the groups of appends are timed by the bus. */
    private static final Set<String> NOT_TIMED = Set.of("redis|append", "redis|reader", "redis|tail");

    private final ConnectionCount redisConnections = new ConnectionCount();
    private final QueryMetrics statements;
    private final QueryMetrics commands;

    Databases(MeterRegistry registry) {
        this.statements = new QueryMetrics(new QueryTimes(registry, "postgresql"), Statement::type);
        this.commands = new QueryMetrics(new QueryTimes(registry, "redis"), text -> text.toLowerCase(Locale.ROOT));
        Gauge.builder("database.connection.pool.size", redisConnections, ConnectionCount::open)
                .description("Open connections, of all pools and those kept for one purpose")
                .tag("database", "redis")
                .register(registry);
    }

    /** Null for a client that is none of a database, or is not timed. */
    @Nullable
    ClientMetrics<?, ?, ?, ?> queries(String client) {
        return switch (database(client)) {
            case "postgresql" -> statements;
            case "redis" -> NOT_TIMED.contains(client) ? null : commands;
            default -> null;
        };
    }

    /** Null for a client that is not Redis's: PostgreSQL's connections come without its name, and its pools know how many they are. */
    @Nullable
    TCPMetrics<?> connections(@Nullable String client) {
        return database(client).equals("redis") ? redisConnections : null;
    }

    boolean isOne(@Nullable String client) {
        return NAMES.contains(database(client));
    }

    private static String database(@Nullable String client) {
        int bar = client == null ? -1 : client.indexOf('|');
        return client == null || bar < 0 ? "" : client.substring(0, bar);
    }
}
