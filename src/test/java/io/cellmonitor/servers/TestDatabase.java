package io.cellmonitor.servers;

import io.cellmonitor.store.relational.LoginPasswords;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A new, migrated database on a real server, with a pool for each login. */
public final class TestDatabase implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Vertx VERTX = Vertx.vertx();
    private static DebianPostgresServer debian;

    private final String place;
    private final String owner;
    private final List<Pool> pools = new ArrayList<>();

    private TestDatabase(String place, String owner) {
        this.place = place;
        this.owner = owner;
    }

    /** The kinds of servers that are here: {@code embedded}, and {@code debian} where it is installed. */
    public static Stream<String> servers() {
        return DebianPostgresServer.installed() ? Stream.of("embedded", "debian") : Stream.of("embedded");
    }

    /** A new database. On Debian's server its owner is no superuser: it has CREATEROLE only. */
    public static TestDatabase on(String server) {
        String address = server.equals("debian") ? debian() : TestServers.postgres();
        URI uri = URI.create(address);
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String owner = server.equals("debian") ? "cell_owner" : "postgres";
        TestDatabase admin = new TestDatabase(uri.getHost() + ":" + uri.getPort() + "/postgres", "postgres");
        if (!owner.equals("postgres")
                && admin.ask("select 1 from pg_roles where rolname = 'cell_owner'")
                        .isEmpty()) {
            admin.ask("create role cell_owner login createrole password 'cell_owner'");
        }
        admin.ask("create database " + name + " owner " + owner);
        admin.close();
        TestDatabase database = new TestDatabase(uri.getHost() + ":" + uri.getPort() + "/" + name, owner);
        database.migrate();
        return database;
    }

    /** Runs the migrations, as a start of the application does. */
    public void migrate() {
        flyway().callbacks(new LoginPasswords()).load().migrate();
    }

    /** What brings this database to this version's tables. */
    public FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource("jdbc:postgresql://" + place, owner, owner)
                .locations("db/migration");
    }

    /** A pool of {@code login}, whose password is its name. */
    public Pool pool(String login) {
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(options(login))
                .with(new PoolOptions().setMaxSize(6))
                .using(VERTX.getDelegate())
                .build());
        pools.add(pool);
        return pool;
    }

    /** Where {@code login} connects to. */
    public PgConnectOptions options(String login) {
        return PgConnectOptions.fromUri("postgresql://" + place).setUser(login).setPassword(login);
    }

    /** Vert.x of all tests. */
    public static Vertx vertx() {
        return VERTX;
    }

    /** Asks as the owner. */
    public List<Row> ask(String sql, Object... parameters) {
        Pool pool = pool(owner);
        try {
            return StreamSupport.stream(
                            pool.preparedQuery(sql)
                                    .execute(Tuple.tuple(List.of(parameters)))
                                    .await()
                                    .atMost(LIMIT)
                                    .spliterator(),
                            false)
                    .toList();
        } finally {
            pools.remove(pool);
            pool.closeAndAwait();
        }
    }

    /** Asks for one number as the owner. */
    public long number(String sql, Object... parameters) {
        return ask(sql, parameters).getFirst().getLong(0);
    }

    @Override
    public void close() {
        pools.forEach(Pool::closeAndAwait);
        pools.clear();
    }

    private static synchronized String debian() {
        if (debian == null) {
            debian = DebianPostgresServer.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(debian::close));
        }
        return debian.address();
    }
}
