package io.cellmonitor.joining;

import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a student's access away. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RevocationTest {

    private static final String HELP = "{\"eventType\":\"help\"}";

    @Inject
    StoredClass stored;

    @Inject
    CachedClassDirectory directory;

    private TaughtClassroom classroom;
    private String code;
    private Response joined;

    @BeforeEach
    void aStudentWhoIsIn() {
        classroom = TaughtClassroom.open();
        code = Students.code(classroom);
        joined = Students.join(code, "24A1234", "山田 花子");
        Students.send(joined.path("token"), HELP).then().statusCode(202);
    }

    @Test
    void tokenAndDeviceAreVoidAndNobodyElses() {
        Response other = Students.join(code, "24A1235", "佐藤 一郎");
        Students.access(classroom, joined.path("student.id"), false);
        Students.send(joined.path("token"), HELP).then().statusCode(401);
        Students.comeAgain(joined.path("device_secret")).then().statusCode(401);
        Students.join(code, "24A1234", "山田 花子").then().statusCode(403);
        Students.send(other.path("token"), HELP).then().statusCode(202);
        Students.comeAgain(other.path("device_secret")).then().statusCode(200);
    }

    @Test
    void aKeyGivesNoTokenToWhomItWasTakenFrom() {
        Map<String, Object> who = Map.of("grant", "key", "userName", "s1");
        String student =
                classroom.asSender().body(who).post("/api/v1/student/token").path("student.id");
        Students.access(classroom, student, false);
        classroom.asSender().body(who).post("/api/v1/student/token").then().statusCode(403);
    }

    @Test
    void whoGetsItBackJoinsAnewAndTheOldTokenStaysVoid() {
        Students.access(classroom, joined.path("student.id"), false);
        Students.access(classroom, joined.path("student.id"), true);
        Students.send(joined.path("token"), HELP).then().statusCode(401);
        Students.comeAgain(joined.path("device_secret")).then().statusCode(401);
        Response again = Students.join(code, "24A1234", "山田 花子");
        again.then().statusCode(200).body("student.id", equalTo(joined.path("student.id")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Students.send(
                                        Students.comeAgain(again.path("device_secret"))
                                                .path("token"),
                                        HELP)
                                .statusCode()
                        == 202);
    }

    /** What another instance took away is known here with the next renewal, which is each 30 s. */
    @Test
    void whatAnotherInstanceTookAwayIsHeardOf() {
        stored.execute("insert into student_revocations (class_id, user_id, revoked_at, blocked) values ('"
                + classroom.id() + "', '" + joined.path("student.id") + "', now(), true)");
        directory.renew().await().atMost(Duration.ofSeconds(60));
        Students.send(joined.path("token"), HELP).then().statusCode(401);
    }
}
