package io.cellmonitor.roster;

import static io.cellmonitor.servers.TwoClasses.CLASS;
import static io.cellmonitor.servers.TwoClasses.OTHER_CLASS;
import static io.cellmonitor.servers.TwoClasses.OTHER_STUDENT;
import static io.cellmonitor.servers.TwoClasses.STUDENT;
import static io.cellmonitor.servers.TwoClasses.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.TwoClasses;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees and writes which rows of what teachers set, whatever a query forgets to ask. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class TeachersTablesSecurityTest {

    private static final List<String> OF_STUDENTS = List.of("student_details", "seats", "notes");
    private static final List<String> OF_CLASSES = List.of("seat_pictures", "lessons", "timetable_slots");

    /** In the order of the tables; the student of the class's is not used. */
    private static final List<String> INSERTS = List.of(
            "insert into student_details (class_id, user_id, team) values ($1, $2, 'x')",
            "insert into seats (class_id, user_id, x, y) values ($1, $2, 0, 1)",
            "insert into notes (id, class_id, user_id, author_id, text) values (gen_random_uuid(), $1, $2, $2, 'x')",
            "insert into seat_pictures (class_id, media_type, picture) select $1, 'image/png', 'x' where $2::uuid is not null",
            "insert into lessons (id, class_id, started_by) values (gen_random_uuid(), $1, $2)",
            "insert into timetable_slots (class_id, weekday, from_time, to_time, title)"
                    + " select $1, 1, '09:00', '10:00', 'x' where $2::uuid is not null");

    @Parameter
    String server;

    private TwoClasses classes;

    @BeforeEach
    void rowsInEachOfTwoClasses() {
        classes = TwoClasses.on(server, "assistant", INSERTS);
    }

    @AfterEach
    void close() {
        classes.close();
    }

    private int rows(String user, String sql) {
        return classes.rows(user, sql);
    }

    @Test
    void whoTeachesTheClassSeesItsRowsAndNoOthers() {
        for (String table : all()) {
            assertThat(rows("", "select from " + table)).as(table).isZero();
            assertThat(rows(TEACHER.toString(), "select from " + table))
                    .as(table)
                    .isEqualTo(1);
            assertThat(rows(new UUID(9, 9).toString(), "select from " + table))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void studentsSeeWhatIsKeptOfThemselvesAndChangeNothing() {
        for (String table : OF_STUDENTS) {
            assertThat(rows(STUDENT.toString(), "select from " + table))
                    .as(table)
                    .isEqualTo(1);
        }
        for (String table : OF_CLASSES) {
            assertThat(rows(STUDENT.toString(), "select from " + table))
                    .as(table)
                    .isZero();
        }
        for (String table : all()) {
            assertThat(rows(STUDENT.toString(), "delete from " + table))
                    .as(table)
                    .isZero();
        }
        for (String insert : INSERTS) {
            assertThatThrownBy(() -> classes.write(STUDENT, insert, CLASS, STUDENT))
                    .as(insert)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void nobodyWritesForAnotherClass() {
        for (String insert : INSERTS) {
            assertThatThrownBy(() -> classes.write(TEACHER, insert, OTHER_CLASS, STUDENT))
                    .as(insert)
                    .hasMessageContaining("row-level security");
        }
        for (String table : all()) {
            assertThat(rows(TEACHER.toString(), "delete from " + table))
                    .as(table)
                    .isEqualTo(1);
        }
    }

    @Test
    void aStudentsPlaceInAClassIsNoTeachersToDelete() {
        classes.database().ask("insert into users (id, username) values ($1, 's')", STUDENT);
        classes.database().ask("insert into enrolments (class_id, user_id) values ($1, $2)", CLASS, STUDENT);
        assertThat(rows(TEACHER.toString(), "delete from enrolments where role = 'student'"))
                .isZero();
    }

    @Test
    void theStaffOfAnotherClassIsNobodysToChange() {
        classes.database().ask("insert into users (id, username, role) values ($1, 'o', 'teacher')", OTHER_STUDENT);
        classes.database()
                .ask(
                        "insert into enrolments (class_id, user_id, role) values ($1, $2, 'teacher')",
                        OTHER_CLASS,
                        OTHER_STUDENT);
        for (String user : List.of("", STUDENT.toString())) {
            assertThat(rows(user, "update enrolments set role = 'teacher'")).isZero();
            assertThat(rows(user, "delete from enrolments")).isZero();
        }
        assertThat(rows(TEACHER.toString(), "update enrolments set role = 'teacher'"))
                .isEqualTo(1);
        assertThat(rows(TEACHER.toString(), "delete from enrolments")).isEqualTo(1);
        assertThat(rows(OTHER_STUDENT.toString(), "select from enrolments")).isEqualTo(1);
    }

    @Test
    void thePipelineHasNoBusinessHere() {
        for (String table : all()) {
            assertThatThrownBy(() -> classes.readAsPipeline(table)).as(table).hasMessageContaining("permission denied");
        }
    }

    private static List<String> all() {
        return Stream.of(OF_STUDENTS, OF_CLASSES).flatMap(List::stream).toList();
    }
}
