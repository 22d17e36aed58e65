package io.cellmonitor.joining;

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

/** Who sees and writes which rows of rosters, devices, claims and revocations, whatever a query forgets to ask. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class StudentTablesSecurityTest {

    private static final UUID CLASS = new UUID(1, 1);
    private static final UUID OTHER_CLASS = new UUID(1, 2);
    private static final UUID STUDENT = new UUID(2, 1);
    private static final UUID OTHER_STUDENT = new UUID(2, 2);
    private static final UUID TEACHER = new UUID(7, 7);

    private static final List<String> INSERTS = List.of(
            "insert into roster_entries (class_id, user_id, student_number, display_name) values ($1, $2, 'x', 'x')",
            "insert into student_devices (id, class_id, user_id, username, display_name, verified, secret_hash)"
                    + " values (gen_random_uuid(), $1, $2, 'u', 'x', true, gen_random_uuid()::text::bytea)",
            "insert into join_claims (id, class_id, user_id, claim_index, display_name, reason)"
                    + " values (gen_random_uuid(), $1, $2, 'i', 'x', 'already_joined')",
            "insert into student_revocations (class_id, user_id, revoked_at, blocked) values ($1, $2, now(), true)");
    private static final List<String> TABLES =
            List.of("roster_entries", "student_devices", "join_claims", "student_revocations");

    @Parameter
    String server;

    private TestDatabase database;
    private Pool writer;

    @BeforeEach
    void aStudentInEachOfTwoClasses() {
        database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                CLASS,
                OTHER_CLASS);
        database.ask("insert into users (id, username, role) values ($1, 't', 'teacher')", TEACHER);
        database.ask("insert into enrolments (class_id, user_id, role) values ($1, $2, 'teacher')", CLASS, TEACHER);
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

    private long seenBy(String user, String table) {
        return wait(writer.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user))
                .chain(() -> connection
                        .preparedQuery("select count(*) from " + table)
                        .execute())
                .map(rows -> rows.iterator().next().getLong(0))));
    }

    private void writeAs(UUID user, String sql, UUID classId, UUID student) {
        wait(writer.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user.toString()))
                .chain(() -> connection.preparedQuery(sql).execute(Tuple.of(classId, student)))));
    }

    @Test
    void everybodySeesWhatIsTheirsAndTheirClasses() {
        for (String table : TABLES) {
            assertThat(seenBy("", table)).as(table).isZero();
            assertThat(seenBy(TEACHER.toString(), table)).as(table).isEqualTo(1);
            assertThat(seenBy(STUDENT.toString(), table)).as(table).isEqualTo(1);
            assertThat(seenBy(new UUID(9, 9).toString(), table)).as(table).isZero();
        }
    }

    @Test
    void nobodyWritesForOthers() {
        UUID third = new UUID(2, 3);
        for (String insert : INSERTS) {
            writeAs(TEACHER, insert, CLASS, third);
            assertThatThrownBy(() -> writeAs(TEACHER, insert, OTHER_CLASS, third))
                    .as(insert)
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> writeAs(STUDENT, insert, CLASS, OTHER_STUDENT))
                    .as(insert)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void thePipelineHasNoBusinessHere() {
        Pool pipeline = database.pool("app_pipeline");
        for (String table : TABLES) {
            assertThatThrownBy(() ->
                            wait(pipeline.query("select count(*) from " + table).execute()))
                    .as(table)
                    .hasMessageContaining("permission denied");
        }
    }
}
