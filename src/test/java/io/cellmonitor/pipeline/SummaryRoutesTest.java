package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.access.Callers;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The class for a first paint. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SummaryRoutesTest {

    private static final String PROBLEM = "application/problem+json";

    private TaughtClassroom classroom;
    private String byClass;

    @BeforeEach
    void twoStudentsRunAndOneAsksForHelp() {
        classroom = TaughtClassroom.open();
        byClass = "/api/v1/classes/" + classroom.id() + "/summary";
        classroom.send("""
                [{"eventType":"cell_executed","userId":"u1","userName":"花子","notebookPath":"a.ipynb","cellIndex":1,"hasError":true,
                  "errorName":"NameError"},
                 {"eventType":"cell_executed","userId":"u2","userName":"太郎","notebookPath":"a.ipynb","cellIndex":1},
                 {"eventType":"help","userId":"u2","userName":"太郎","notebookPath":"a.ipynb"}]""");
    }

    @Test
    void itsTeacherSeesIt() {
        for (String route :
                new String[] {byClass, "/api/class/summary", "/api/class/summary?class=" + classroom.id()}) {
            classroom
                    .asTeacher()
                    .get(route)
                    .then()
                    .statusCode(200)
                    .body("class_id", equalTo(classroom.id().toString()))
                    .body("class.name", equalTo("情報 I"))
                    .body("stale", equalTo(false))
                    .body("total_students", equalTo(2))
                    .body("active_students", equalTo(2))
                    .body("executions", equalTo(2))
                    .body("errors", equalTo(1))
                    .body("errors_last_5_min", equalTo(1))
                    .body("help_waiting", equalTo(1))
                    .body("students.name", containsInAnyOrder("花子", "太郎"))
                    .body("help.state", contains("waiting"));
        }
    }

    @Test
    void nobodyElseSeesIt() {
        TaughtClassroom other = TaughtClassroom.open();
        for (String route : new String[] {byClass, "/api/class/summary?class=" + classroom.id()}) {
            given().get(route).then().statusCode(401).contentType(PROBLEM);
            other.asTeacher().get(route).then().statusCode(403).contentType(PROBLEM);
            Callers.admin().get(route).then().statusCode(403).contentType(PROBLEM);
        }
    }

    @Test
    void aClassThatIsNotIsNotFoundAndNoClassMustBeNamed() {
        classroom
                .asTeacher()
                .get("/api/v1/classes/" + UUID.randomUUID() + "/summary")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        classroom
                .asTeacher()
                .get("/api/v1/classes/not-an-id/summary")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        Callers.admin().get("/api/class/summary").then().statusCode(400).contentType(PROBLEM);
    }
}
