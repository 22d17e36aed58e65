package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.roster.StudentsResource.Details;
import io.cellmonitor.seal.SealedText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a teacher says of students beside their names: sealed at rest (promise 11). */
@ApplicationScoped
class StudentDetails {

    private static final String WRITE = """
            insert into student_details (class_id, user_id, reading, team) values ($1, $2, $3, $4)
            on conflict (class_id, user_id) do update set reading = excluded.reading, team = excluded.team""";

    private final AsCaller asCaller;
    private final SealedText texts;

    StudentDetails(AsCaller asCaller, SealedText texts) {
        this.asCaller = asCaller;
        this.texts = texts;
    }

    /** Fails with a 404 problem for somebody who is no student of the class. */
    Uni<Details> set(UUID teacher, UUID classId, UUID student, Details wanted) {
        Details kept = new Details(given(wanted.team()), given(wanted.reading()));
        return asCaller.run(
                teacher,
                connection -> ClassStudents.require(connection, classId, student)
                        .chain(() -> write(connection, classId, Map.of(student, kept)))
                        .replaceWith(kept));
    }

    Uni<Void> write(SqlConnection connection, UUID classId, Map<UUID, Details> all) {
        List<Tuple> rows = all.entrySet().stream()
                .map(entry -> Tuple.of(
                        classId,
                        entry.getKey(),
                        texts.seal(entry.getValue().reading(), place("reading", classId, entry.getKey())),
                        texts.seal(entry.getValue().team(), place("team", classId, entry.getKey()))))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(WRITE).executeBatch(rows).replaceWithVoid();
    }

    /** Opens a column of a row; null for null. */
    @Nullable
    String open(String column, UUID classId, UUID student, @Nullable String sealed) {
        return texts.open(sealed, place(column, classId, student));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String place(String column, UUID classId, UUID student) {
        return "student_details." + column + "/" + classId + "/" + student;
    }
}
