package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees which rows, whatever a query forgets to ask. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class RowLevelSecurityTest {

    private static final UUID OTHER_CLASS = new UUID(1, 2);
    private static final UUID TEACHER = new UUID(7, 7);
    private static final List<String> GUARDED =
            List.of("learning_events", "learning_sessions", "enrolments", "users", "help_requests", "hints");

    @Parameter
    String server;

    private TestDatabase database;
    private Pool writer;

    @BeforeEach
    void twoClassesAndATeacherOfOne() {
        database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                Written.CLASS,
                OTHER_CLASS);
        Pool pipeline = database.pool("app_pipeline");
        wait(new RelationalSubscriber(pipeline, new DeadLetters(pipeline))
                .store(Written.events(
                        Written.run(1, 0),
                        Written.run(2, 1),
                        Written.run(3, 2).ofClass(OTHER_CLASS),
                        Written.run(4, 3).ofClass(OTHER_CLASS))));
        for (int student = 1; student <= 4; student++) {
            UUID classId = student <= 2 ? Written.CLASS : OTHER_CLASS;
            database.ask(
                    "insert into help_requests (user_id, log_ms, log_seq, class_id, state, asked_at, heartbeat, heard_at, event_id, sealed)"
                            + " values ($1, 1, 1, $2, 'waiting', now(), false, now(), 'e', '')",
                    Written.student(student),
                    classId);
            database.ask(
                    "insert into hints (id, user_id, class_id, teacher_id, log_ms, log_seq, sent_at, event_id, sealed)"
                            + " values (gen_random_uuid(), $1, $2, $1, 1, 1, now(), 'e', '')",
                    Written.student(student),
                    classId);
        }
        writer = database.pool("app_writer");
        wait(writer.preparedQuery(
                        "insert into users (id, username, role) values ($1, 't', 'teacher') on conflict do nothing")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(TEACHER)));
        wait(writer.preparedQuery("insert into enrolments (class_id, user_id, role) values ($1, $2, 'teacher')")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(Written.CLASS, TEACHER)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private static Uni<Long> students(io.vertx.mutiny.sqlclient.SqlClient client, String table) {
        String column = table.equals("users") ? "id" : "user_id";
        return client.query("select count(distinct " + column + ") from " + table + " where " + column + " <> '"
                        + TEACHER + "'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private long seenBy(UUID user, String table) {
        return wait(new ReadAs(writer).user(user, (SqlConnection connection) -> students(connection, table)));
    }

    @Test
    void aTeacherSeesTheirClassAStudentThemselvesAndAStrangerNobody() {
        for (String table : GUARDED) {
            assertThat(seenBy(TEACHER, table)).as(table).isEqualTo(2);
            assertThat(seenBy(Written.student(3), table)).as(table).isEqualTo(1);
            assertThat(seenBy(new UUID(8, 8), table)).as(table).isZero();
        }
    }

    @Test
    void aForgottenCallerSeesNobodyAlsoAfterAnotherTransactionHadOne() {
        for (String table : GUARDED) {
            assertThat(wait(students(writer, table))).as(table).isZero();
            wait(writer.withConnection(connection -> connection
                    .query("begin; select set_config('app.current_user_id', '" + TEACHER + "', true); commit")
                    .execute()
                    .chain(() -> students(connection, table))
                    .invoke(seen -> assertThat(seen).as(table).isZero())));
        }
    }

    @Test
    void theWriterCannotEnrolOrRenameStudents() {
        assertThatThrownBy(() -> wait(writer.query("insert into users (id, username) values (gen_random_uuid(), 'x')")
                        .execute()))
                .hasMessageContaining("row-level security");
        assertThat(wait(writer.query("update users set display_name = '' where role = 'student'")
                                .execute())
                        .rowCount())
                .isZero();
        assertThatThrownBy(() -> wait(writer.query("select * from dead_letters").execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theReaderReadsAllAndWritesNothing() {
        Pool reader = database.pool("app_reader");
        assertThat(wait(students(reader, "learning_events"))).isEqualTo(4);
        for (String table : GUARDED) {
            assertThatThrownBy(() -> wait(reader.query("delete from " + table).execute()))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void thePipelineAppendsEventsAndChangesNone() {
        Pool pipeline = database.pool("app_pipeline");
        assertThatThrownBy(() -> wait(pipeline.query("update learning_events set has_error = false")
                        .execute()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () -> wait(pipeline.query("delete from learning_events").execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerSeesAll() {
        assertThat(database.number("select count(*) from learning_events")).isEqualTo(4);
    }
}
