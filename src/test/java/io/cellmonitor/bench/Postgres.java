package io.cellmonitor.bench;

import io.cellmonitor.servers.DebianPostgresServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Debian's PostgreSQL 15 with Debian's settings: every commit is fsynced. */
final class Postgres implements AutoCloseable {

    private final DebianPostgresServer server = DebianPostgresServer.durable();
    private final Thread atExit = new Thread(server::close);

    Postgres() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    String address() {
        return server.address();
    }

    /** A connection of the owner. */
    Connection connect() throws SQLException {
        return connect(address());
    }

    /** A connection to a {@code postgresql://user:password@host:port/database}. */
    static Connection connect(String address) throws SQLException {
        URI uri = URI.create(address);
        String[] login = uri.getUserInfo().split(":", 2);
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
        return DriverManager.getConnection(url, login[0], login[1]);
    }

    /** The one value of a query. */
    String value(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        server.close();
    }
}
