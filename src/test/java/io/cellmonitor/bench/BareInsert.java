package io.cellmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Baseline: rows of learning_events, by a thousand, with {@code INSERT .. SELECT unnest} into a table that has its columns and its primary key and
 * nothing else, each thousand a transaction. Arguments: PostgreSQL's address, seconds. Prints {@code RESULT rows seconds}.
 */
final class BareInsert {

    private static final int BATCH = 1_000;

    private record Column(String name, String type, Object[] values) {}

    private BareInsert() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = Postgres.connect(arguments[0])) {
            connection.setAutoCommit(false);
            List<Column> columns = prepare(connection);
            String insert = insert(columns);
            long rows = 0;
            long begun = System.nanoTime();
            long end = begun + Long.parseLong(arguments[1]) * 1_000_000_000L;
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                while (System.nanoTime() < end) {
                    rows += insert(connection, statement, columns, rows);
                }
            }
            System.out.println("RESULT " + rows + " " + (System.nanoTime() - begun) / 1e9);
        }
    }

    /** A fresh table, and a thousand rows that the application stored. */
    private static List<Column> prepare(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bare_events");
            statement.execute(
                    "create table bare_events (like learning_events including defaults, primary key (user_id, event_id))");
            try (ResultSet names =
                    statement.executeQuery("select attname, format_type(atttypid, null) from pg_attribute"
                            + " where attrelid = 'bare_events'::regclass and attnum > 0 order by attnum")) {
                while (names.next()) {
                    columns.add(new Column(names.getString(1), names.getString(2), values(names.getString(2))));
                }
            }
            try (ResultSet stored = statement.executeQuery("select * from learning_events limit " + BATCH)) {
                for (int row = 0; stored.next(); row++) {
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).values()[row] = stored.getObject(i + 1);
                    }
                }
            }
            connection.commit();
        }
        return columns;
    }

    /** The driver takes bytes in an array of this type alone. */
    private static Object[] values(String type) {
        return type.equals("bytea") ? new byte[BATCH][] : new Object[BATCH];
    }

    private static String insert(List<Column> columns) {
        String names = String.join(", ", columns.stream().map(Column::name).toList());
        String arrays = String.join(
                ", ",
                columns.stream().map(column -> "?::" + column.type() + "[]").toList());
        return "insert into bare_events select * from unnest(" + arrays + ") as given (" + names + ")";
    }

    private static int insert(Connection connection, PreparedStatement statement, List<Column> columns, long rows)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object[] values = column.values();
            if (column.name().equals("event_id")) {
                for (int row = 0; row < BATCH; row++) {
                    values[row] = "bare-" + (rows + row);
                }
            }
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        int inserted = statement.executeUpdate();
        connection.commit();
        return inserted;
    }
}
