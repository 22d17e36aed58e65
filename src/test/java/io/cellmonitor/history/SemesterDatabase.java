package io.cellmonitor.history;

import io.cellmonitor.servers.RestartablePostgres;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.LoginPasswords;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A server with {@link SemesterData}: the application's logins, the superuser, and the plans of what was asked. */
final class SemesterDatabase implements AutoCloseable {

    private static final String LOG = "log/plans.log";

    private final RestartablePostgres server;
    private final URI address;
    private final List<Pool> pools = new ArrayList<>();

    SemesterDatabase(RestartablePostgres server) {
        this.server = server;
        this.address = URI.create(server.address());
    }

    /** Migrates an empty server and writes the semester. */
    void fill() throws SQLException {
        Flyway.configure()
                .dataSource(jdbc(), "postgres", "postgres")
                .locations("db/migration")
                .callbacks(new LoginPasswords())
                .load()
                .migrate();
        try (Connection owner = owner()) {
            SemesterData.write(owner);
        }
    }

    private String jdbc() {
        return "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(jdbc(), "postgres", "postgres");
    }

    /** A pool as the application has, whose connections are not used before. */
    Pool pool(String login) {
        PgConnectOptions options = PgConnectOptions.fromUri(
                        "postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath())
                .setUser(login)
                .setPassword(login);
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(1))
                .using(TestDatabase.vertx().getDelegate())
                .build());
        pools.add(pool);
        return pool;
    }

    /** Empties the server's buffers (not the system's cache of files) and closes all pools. */
    void restart() {
        closePools();
        server.restart();
    }

    /** From now on the plan of each query on a new connection is written down. */
    void explain() throws SQLException {
        for (String setting : new String[] {
            "logging_collector = on",
            "log_directory = 'log'",
            "log_filename = 'plans.log'",
            "session_preload_libraries = 'auto_explain'"
        }) {
            ask("alter system set " + setting);
        }
        restart();
        // They are known only where the library is loaded, which the superuser's connection now does.
        for (String setting : new String[] {"log_min_duration = 0", "log_analyze = on", "log_timing = off"}) {
            ask("alter database postgres set auto_explain." + setting);
        }
    }

    /** How much was written down so far. */
    long plansLength() throws SQLException {
        return Long.parseLong(ask("select size from pg_stat_file('" + LOG + "')"));
    }

    /** What was written down after that. */
    String plansAfter(long length) throws SQLException {
        return ask("select pg_read_file('" + LOG + "', " + length + ", 10000000)");
    }

    /** Milliseconds that the server's processes of the application's logins spent on a processor so far: what a busy machine does not change. */
    double processorMs() throws SQLException, IOException {
        String sql =
                "select string_agg(pid::text, ' ') from pg_stat_activity where backend_type = 'client backend' and usename like 'app%'";
        double nanoseconds = 0;
        for (String process : ask(sql).split(" ")) {
            nanoseconds += Double.parseDouble(
                    Files.readString(Path.of("/proc", process, "schedstat")).split(" ")[0]);
        }
        return nanoseconds / 1e6;
    }

    /** When the last lesson of the first class ended: for the queries it is now, however long the filling took. */
    Instant end() throws SQLException {
        String last =
                "select (extract(epoch from max(happened_at)) * 1000)::bigint from learning_events where class_id = md5('class0')::uuid";
        return Instant.ofEpochMilli(Long.parseLong(ask(last)) + 2000);
    }

    /** The first column of the first row, as the superuser; empty when there is none. */
    String ask(String sql) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private void closePools() {
        pools.forEach(Pool::closeAndAwait);
        pools.clear();
    }

    @Override
    public void close() {
        closePools();
        server.close();
    }
}
