package io.cellmonitor.pipeline;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Lets everybody who reads a table of the running application wait, until this is closed. */
public final class WaitingReads implements AutoCloseable {

    private final Connection connection;
    private final String table;

    private WaitingReads(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** From now on. */
    public static WaitingReads of(AgroalDataSource owner, String table) throws SQLException {
        Connection connection = owner.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return new WaitingReads(connection, table);
    }

    /** Until so many wait. */
    public void await(int readers) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting() >= readers);
    }

    private int waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
