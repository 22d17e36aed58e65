package io.cellmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** While it is open a store gets nothing: the lease of its group's reader is held here, as another instance would hold it. */
final class ReaderPaused implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String END_HOLDER = """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted and objsubid = 1 and pid <> pg_backend_pid()
              and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)""";

    private final Connection connection;

    private ReaderPaused(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lease, also from the application, whose connection for it ends: it asks again each second. */
    static ReaderPaused of(Postgres postgres, String group) throws SQLException {
        Connection connection = postgres.connect();
        String lease = "cell-monitor:reader:reader-" + group;
        Await.until("the lease of " + group, LIMIT, () -> {
            ask(connection, END_HOLDER, lease);
            return ask(connection, LOCK, lease);
        });
        return new ReaderPaused(connection);
    }

    private static boolean ask(Connection connection, String query, String lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, lease);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
