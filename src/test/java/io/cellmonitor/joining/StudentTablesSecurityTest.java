package io.cellmonitor.joining;

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

    private TwoClasses classes;

    @BeforeEach
    void aStudentInEachOfTwoClasses() {
        classes = TwoClasses.on(server, "teacher", INSERTS);
    }

    @AfterEach
    void close() {
        classes.close();
    }

    private int seenBy(String user, String table) {
        return classes.rows(user, "select from " + table);
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
            classes.write(TEACHER, insert, CLASS, third);
            assertThatThrownBy(() -> classes.write(TEACHER, insert, OTHER_CLASS, third))
                    .as(insert)
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> classes.write(STUDENT, insert, CLASS, OTHER_STUDENT))
                    .as(insert)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void thePipelineHasNoBusinessHere() {
        for (String table : TABLES) {
            assertThatThrownBy(() -> classes.readAsPipeline(table)).as(table).hasMessageContaining("permission denied");
        }
    }
}
