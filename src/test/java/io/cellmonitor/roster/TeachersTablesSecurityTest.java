package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

    private static final UUID CLASS = new UUID(1, 1);
    private static final UUID OTHER_CLASS = new UUID(1, 2);
    private static final UUID STUDENT = new UUID(2, 1);
    private static final UUID OTHER_STUDENT = new UUID(2, 2);
    private static final UUID TEACHER = new UUID(7, 7);

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

    private TestDatabase database;
    private Pool writer;

    @BeforeEach
    void rowsInEachOfTwoClasses() {
        database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                CLASS,
                OTHER_CLASS);
        database.ask("insert into users (id, username, role) values ($1, 't', 'teacher')", TEACHER);
        database.ask("insert into enrolments (class_id, user_id, role) values ($1, $2, 'assistant')", CLASS, TEACHER);
        for (String insert : INSERTS) {
            database.ask(insert, CLASS, STUDENT);
            database.ask(insert, OTHER_CLASS, OTHER_STUDENT);
        }
        writer = database.pool("app_writer");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }

    private long rows(String user, String sql) {
        return wait(writer.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user))
                .chain(() -> connection.preparedQuery(sql).execute())
                .map(rows -> (long) rows.rowCount())));
    }

    private void insertAs(UUID user, String sql, UUID classId, UUID student) {
        wait(writer.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user.toString()))
                .chain(() -> connection.preparedQuery(sql).execute(Tuple.of(classId, student)))));
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
            assertThatThrownBy(() -> insertAs(STUDENT, insert, CLASS, STUDENT))
                    .as(insert)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void nobodyWritesForAnotherClass() {
        for (String insert : INSERTS) {
            assertThatThrownBy(() -> insertAs(TEACHER, insert, OTHER_CLASS, STUDENT))
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
        database.ask("insert into users (id, username) values ($1, 's')", STUDENT);
        database.ask("insert into enrolments (class_id, user_id) values ($1, $2)", CLASS, STUDENT);
        assertThat(rows(TEACHER.toString(), "delete from enrolments where role = 'student'"))
                .isZero();
    }

    @Test
    void thePipelineHasNoBusinessHere() {
        Pool pipeline = database.pool("app_pipeline");
        for (String table : all()) {
            assertThatThrownBy(() -> wait(pipeline.query("select from " + table).execute()))
                    .as(table)
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<String> all() {
        return java.util.stream.Stream.of(OF_STUDENTS, OF_CLASSES)
                .flatMap(List::stream)
                .toList();
    }
}
