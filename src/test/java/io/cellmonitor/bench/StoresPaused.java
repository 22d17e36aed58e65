package io.cellmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * While it is open the application stores nothing: its lease as the reader is held here, as another instance would hold it. To be opened before
 * the application starts.
 */
final class StoresPaused implements AutoCloseable {

    private static final String LOCK =
            "select pg_advisory_lock(hashtextextended('cell-monitor:reader:reader-relational', 0))";

    private final Connection connection;

    private StoresPaused(Connection connection) {
        this.connection = connection;
    }

    static StoresPaused before(Postgres postgres) throws SQLException {
        Connection connection = postgres.connect();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
        return new StoresPaused(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
