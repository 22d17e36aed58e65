package io.cellmonitor.servers;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A database with two classes, a student in each, and somebody who belongs to the staff of the first alone: what row-level security shows to whom. */
public final class TwoClasses implements AutoCloseable {

    public static final UUID CLASS = new UUID(1, 1);
    public static final UUID OTHER_CLASS = new UUID(1, 2);
    public static final UUID STUDENT = new UUID(2, 1);
    public static final UUID OTHER_STUDENT = new UUID(2, 2);
    /** Of {@link #CLASS}, in the role that {@link #on} was told. */
    public static final UUID TEACHER = new UUID(7, 7);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final Pool writer;

    private TwoClasses(TestDatabase database) {
        this.database = database;
        this.writer = database.pool("app_writer");
    }

    /** {@code inserts} take a class and a student, and are done for each of both. */
    public static TwoClasses on(String server, String role, List<String> inserts) {
        TestDatabase database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                CLASS,
                OTHER_CLASS);
        database.ask("insert into users (id, username, role) values ($1, 't', 'teacher')", TEACHER);
        database.ask("insert into enrolments (class_id, user_id, role) values ($1, $2, $3)", CLASS, TEACHER, role);
        for (String insert : inserts) {
            database.ask(insert, CLASS, STUDENT);
            database.ask(insert, OTHER_CLASS, OTHER_STUDENT);
        }
        return new TwoClasses(database);
    }

    /** As the owner sees it. */
    public TestDatabase database() {
        return database;
    }

    /** How many rows a statement gives or changes for whom REST serves; {@code user}: empty for nobody. */
    public int rows(String user, String sql) {
        return as(user, sql, Tuple.tuple()).rowCount();
    }

    /** Does so for one who is served. */
    public void write(UUID user, String sql, UUID classId, UUID student) {
        as(user.toString(), sql, Tuple.of(classId, student));
    }

    /** What the event path gets from a table. */
    public void readAsPipeline(String table) {
        database.pool("app_pipeline")
                .query("select from " + table)
                .execute()
                .await()
                .atMost(LIMIT);
    }

    private RowSet<Row> as(String user, String sql, Tuple parameters) {
        Uni<RowSet<Row>> work = writer.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user))
                .chain(() -> connection.preparedQuery(sql).execute(parameters)));
        return work.await().atMost(LIMIT);
    }

    @Override
    public void close() {
        database.close();
    }
}
