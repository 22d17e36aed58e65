package io.cellmonitor.roster;

import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Who counts as a student of a class: whoever is on its roster, and whoever sent something for it. */
public final class ClassStudents {

    private static final String AMONG = """
            select user_id from roster_entries where class_id = $1 and user_id = any ($2)
            union
            select user_id from enrolments where class_id = $1 and user_id = any ($2) and role = 'student'""";

    private ClassStudents() {}

    /** Those of these who are, in a transaction of a caller who may know it. */
    public static Uni<Set<UUID>> among(SqlConnection connection, UUID classId, Set<UUID> asked) {
        return connection
                .preparedQuery(AMONG)
                .execute(Tuple.of(classId, asked.toArray(UUID[]::new)))
                .map(ClassStudents::ids);
    }

    /** Fails with a 404 problem unless this is one. */
    public static Uni<Void> require(SqlConnection connection, UUID classId, UUID student) {
        return among(connection, classId, Set.of(student))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problem.notFound("There is no such student in this class.");
                    }
                })
                .replaceWithVoid();
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("user_id"))
                .collect(Collectors.toSet());
    }
}
