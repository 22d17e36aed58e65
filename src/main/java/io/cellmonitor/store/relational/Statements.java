package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Runs one prepared statement. */
final class Statements {

    private Statements() {}

    static Uni<RowSet<Row>> run(SqlClient client, String sql, Columns<?> columns) {
        return run(client, sql, columns.tuple());
    }

    static Uni<RowSet<Row>> run(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters);
    }

    static <T> Uni<List<T>> list(SqlClient client, String sql, Tuple parameters, Function<Row, T> reading) {
        return run(client, sql, parameters).map(rows -> list(rows, reading));
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }
}
