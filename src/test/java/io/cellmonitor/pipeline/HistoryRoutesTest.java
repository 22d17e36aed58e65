package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.access.Callers;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a student did, read over HTTP after it went through the whole path. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HistoryRoutesTest {

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String student;
    private String notebook;

    @BeforeEach
    void aStudentRunsFiveCellsAndTheLastFails() {
        classroom = TaughtClassroom.open();
        classroom.send(IntStream.rangeClosed(1, 5)
                .mapToObj(run -> """
                        {"eventType":"cell_executed","eventId":"r%d","userId":"u1","userName":"山田 花子","sessionId":"morning",
                         "notebookPath":"lesson1.ipynb","cellIndex":%d,"code":"print(%d)","hasError":%s,
                         "errorName":"NameError","errorMessage":"だめ"}""".formatted(run, run, run, run == 5))
                .collect(Collectors.joining(",", "[", "]")));
        stored.awaitWholeLog();
        ValidatableResponse sessions = get("sessions").statusCode(200).body("sessions", hasSize(1));
        student = sessions.extract().path("sessions[0].student");
        notebook = sessions.extract().path("sessions[0].notebook");
    }

    private ValidatableResponse get(String path) {
        return classroom.get(path);
    }

    @Test
    void runsComeNewestFirstByPage() {
        String runs = "students/" + student + "/runs?limit=2";
        String second = get(runs)
                .statusCode(200)
                .body("student", equalTo(student))
                .body("runs.code", contains("print(5)", "print(4)"))
                .body("runs.hasError", contains(true, false))
                .body("runs[0].errorMessage", equalTo("だめ"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        String third = get(runs + "&before=" + second)
                .body("runs.code", contains("print(3)", "print(2)"))
                .extract()
                .path("next");
        get(runs + "&before=" + third).body("runs.code", contains("print(1)")).body("next", nullValue());
    }

    @Test
    void aRunTellsWhichOfItsTextsAreThereInPart() {
        get("students/" + student + "/runs").body("runs[0].cut", hasSize(0));
        classroom.send("""
                {"eventType":"cell_executed","eventId":"long","userId":"u1","notebookPath":"lesson1.ipynb","cellIndex":9,"code":"x",
                 "result":"0 1 2","metadata":{"_cut":["result"]}}""");
        stored.awaitWholeLog();
        get("students/" + student + "/runs").body("runs[0].cut", contains("result"));
    }

    @Test
    void aPageThatCannotBeIsRefusedWithItsLimit() {
        String runs = "students/" + student + "/runs?";
        get(runs + "limit=0")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("field", equalTo("limit"))
                .body("limit", equalTo("min 1, max 200"));
        get(runs + "before=yesterday").statusCode(422).body("field", equalTo("before"));
    }

    @Test
    void sessionsCountRunsAndErrors() {
        for (String path : new String[] {"sessions", "students/" + student + "/notebooks/" + notebook + "/sessions"}) {
            get(path)
                    .statusCode(200)
                    .body("sessions", hasSize(1))
                    .body("sessions[0].name", equalTo("山田 花子"))
                    .body("sessions[0].notebookPath", equalTo("lesson1.ipynb"))
                    .body("sessions[0].executions", equalTo(5))
                    .body("sessions[0].errors", equalTo(1));
        }
    }

    @Test
    void theErrorsOfTheLastMinutesHaveTheirWords() {
        get("errors")
                .statusCode(200)
                .body("errors", hasSize(1))
                .body("errors[0].errorName", equalTo("NameError"))
                .body("errors[0].errorMessage", equalTo("だめ"))
                .body("errors[0].name", equalTo("山田 花子"));
    }

    @Test
    void listsComeByPageWithinTheirLimits() {
        get("sessions?limit=1").statusCode(200).body("next", nullValue());
        get("errors?limit=1").statusCode(200).body("next", nullValue());
        get("errors?limit=1001").statusCode(422).body("limit", equalTo("min 1, max 1000"));
        get("sessions?after=yesterday").statusCode(422).body("field", equalTo("after"));
        get("errors?to=2020-01-01T00:00:00Z").statusCode(200).body("errors", hasSize(0));
    }

    @Test
    void nobodyElseReadsThem() {
        TaughtClassroom other = TaughtClassroom.open();
        for (String path : new String[] {
            "sessions",
            "errors",
            "activity",
            "error-rate",
            "notebooks/" + notebook + "/durations",
            "notebooks/" + notebook + "/progress",
            "students/" + student + "/runs",
            "students/" + student + "/notebooks/" + notebook + "/sessions"
        }) {
            String route = "/api/v1/classes/" + classroom.id() + "/" + path;
            given().get(route).then().statusCode(401).contentType("application/problem+json");
            other.asTeacher().get(route).then().statusCode(403).contentType("application/problem+json");
            Callers.admin().get(route).then().statusCode(403);
        }
        other.asTeacher()
                .get("/api/v1/classes/" + other.id() + "/students/" + student + "/runs")
                .then()
                .statusCode(404);
        other.asTeacher()
                .get("/api/v1/classes/" + other.id() + "/notebooks/" + notebook + "/durations")
                .then()
                .statusCode(404);
        get("students/" + UUID.randomUUID() + "/runs").statusCode(404).contentType("application/problem+json");
    }
}
