package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.roster.RosterColumns.Field;
import io.cellmonitor.roster.StudentsResource.Details;
import io.cellmonitor.seal.SealedText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a teacher says of students beside their names: sealed at rest (promise 11). */
@ApplicationScoped
class StudentDetails {

    // $5, $6: whether anything is said of them; what nobody speaks of stays, whoever sets it meanwhile.
    private static final String WRITE = """
            insert into student_details (class_id, user_id, reading, team)
            select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[])
            on conflict (class_id, user_id) do update set
                reading = case when $5 then excluded.reading else student_details.reading end,
                team = case when $6 then excluded.team else student_details.team end""";

    private final AsCaller asCaller;
    private final SealedText texts;

    StudentDetails(AsCaller asCaller, SealedText texts) {
        this.asCaller = asCaller;
        this.texts = texts;
    }

    /** Fails with a 404 problem for somebody who is no student of the class. */
    Uni<Details> set(UUID teacher, UUID classId, UUID student, Details wanted) {
        Details kept = new Details(given(wanted.team()), given(wanted.reading()));
        Tuple sealed = sealed(classId, Map.of(student, kept), EnumSet.allOf(Field.class));
        return asCaller.run(
                teacher,
                connection -> ClassStudents.require(connection, classId, student)
                        .chain(() -> write(connection, sealed))
                        .replaceWith(kept));
    }

    /** What {@link #write} takes; {@code said}: what these speak of, the rest stays as it is. */
    Tuple sealed(UUID classId, Map<UUID, Details> all, Set<Field> said) {
        UUID[] students = all.keySet().toArray(UUID[]::new);
        @Nullable String[] readings = new String[students.length];
        @Nullable String[] teams = new String[students.length];
        for (int i = 0; i < students.length; i++) {
            Details details = Objects.requireNonNull(all.get(students[i]));
            readings[i] = texts.seal(details.reading(), place("reading", classId, students[i]));
            teams[i] = texts.seal(details.team(), place("team", classId, students[i]));
        }
        return Tuple.of(classId, students, readings, teams)
                .addBoolean(said.contains(Field.READING))
                .addBoolean(said.contains(Field.TEAM));
    }

    Uni<Void> write(SqlConnection connection, Tuple sealed) {
        return connection.preparedQuery(WRITE).execute(sealed).replaceWithVoid();
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
