package io.cellmonitor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.joining.Students;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notebooks, cells, answers and reports, after events that went through the whole path. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReportRoutesTest {

    @Inject
    StoredClass stored;

    private final Instant start = Instant.now().minusSeconds(1000).truncatedTo(ChronoUnit.SECONDS);
    private final List<String> events = new ArrayList<>();
    private TaughtClassroom classroom;
    private String notebook;

    @BeforeEach
    void threeStudentsRunTwoCells() {
        classroom = TaughtClassroom.open();
        run("u1", 0, 0, "pritn(1)", true);
        run("u1", 0, 30, "prnt(1)", true);
        run("u1", 0, 60, "print(1)", false);
        run("u2", 0, 5, "pritn(2)", true);
        run("u2", 0, 25, "print(2)", false);
        run("u3", 0, 10, "pront(3)", true);
        run("u1", 1, 70, "2 + 2", false);
        classroom.send(events.toString());
        stored.awaitWholeLog();
        notebook = classroom.get("notebooks").extract().path("notebooks[0].notebook");
    }

    private void run(String student, int cell, long second, String code, boolean failed) {
        events.add("""
                {"eventType":"cell_executed","eventId":"r%d","userId":"%s","userName":"生徒 %s","notebookPath":"lesson1.ipynb",
                 "cellId":"c%d","cellIndex":%d,"code":"%s","result":%s,"hasError":%s,"errorName":%s,"errorMessage":%s,"eventTime":"%s"}""".formatted(
                        events.size(),
                        student,
                        student,
                        cell,
                        cell,
                        code,
                        failed ? "null" : "\"out\"",
                        failed,
                        failed ? "\"NameError\"" : "null",
                        failed ? "\"name 'x' is not defined\"" : "null",
                        start.plusSeconds(second)));
    }

    /** {@code path} as it is sent. */
    private ValidatableResponse get(String path) {
        return classroom
                .asTeacher()
                .urlEncodingEnabled(false)
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get("/api/v1/classes/" + classroom.id() + "/" + path)
                .then();
    }

    @Test
    void theNotebooksOfAClassAreListed() {
        classroom
                .get("notebooks")
                .statusCode(200)
                .body("notebooks", hasSize(1))
                .body("notebooks[0].path", equalTo("lesson1.ipynb"))
                .body("notebooks[0].students", equalTo(3))
                .body("notebooks[0].lastAt", notNullValue());
    }

    @Test
    void eachCellHasItsTriesTimesAndErrors() {
        get("notebooks/" + notebook + "/statistics")
                .statusCode(200)
                .body("notebookPath", equalTo("lesson1.ipynb"))
                .body("cells.cellId", contains("c0", "c1"))
                .body("cells[0].students", equalTo(3))
                .body("cells[0].succeeded", equalTo(2))
                .body("cells[0].runs", equalTo(6))
                .body("cells[0].errors", equalTo(4))
                .body("cells[0].medianTries", closeTo(2, 0.001))
                .body("cells[0].medianSeconds", closeTo(40, 0.001))
                .body("cells[0].p90Seconds", closeTo(56, 0.001))
                .body("cells[0].tries", contains(1, 1, 1, 0, 0))
                .body("cells[0].errorNames.name", contains("NameError"))
                .body("cells[0].errorNames.students", contains(3))
                .body("cells[1].medianSeconds", closeTo(0, 0.001))
                .body("cells[1].errorNames", hasSize(0));
        get("notebooks/" + notebook + "/statistics?from=" + start.plusSeconds(61))
                .body("cells.cellId", contains("c1"));
        classroom.get("notebooks/" + UUID.randomUUID() + "/statistics").statusCode(404);
    }

    @Test
    void allAnswersToACellStandSideBySide() {
        String answers = "notebooks/" + notebook + "/cells/c0/answers";
        get(answers)
                .statusCode(200)
                .body("answers.name", contains("生徒 u1", "生徒 u2", "生徒 u3"))
                .body("answers.code", contains("print(1)", "print(2)", "pront(3)"))
                .body("answers.output", contains("out", "out", null))
                .body("answers.hasError", contains(false, false, true))
                .body("answers.errorMessage", contains(null, null, "name 'x' is not defined"))
                .body("answers.runs", contains(3, 2, 1))
                .body("next", nullValue());
        get(answers + "?to=" + start.plusSeconds(30))
                .body("answers.code", contains("print(2)", "pront(3)", "pritn(1)"));
        get(answers + "?page=soon").statusCode(422).body("field", equalTo("page"));
        get(answers + "?page=%2B999999999-12-31T23:59:59Z/" + UUID.randomUUID())
                .statusCode(422)
                .body("field", equalTo("page"));
        for (String cell : List.of("c%000", "c".repeat(129))) {
            get("notebooks/" + notebook + "/cells/" + cell + "/answers")
                    .statusCode(422)
                    .body("field", equalTo("cell"));
        }
        get("notebooks/" + notebook + "/cells/c9/answers").body("answers", hasSize(0));
    }

    @Test
    void answersComeByPage() {
        events.clear();
        for (int student = 100; student < 160; student++) {
            run("u" + student, 2, student, "x", false);
        }
        classroom.send(events.toString());
        stored.awaitWholeLog();
        String answers = "notebooks/" + notebook + "/cells/c2/answers";
        String next = get(answers).body("answers", hasSize(50)).extract().path("next");
        get(answers + "?page=" + next).body("answers", hasSize(10)).body("next", nullValue());
    }

    private void opened(String student, String path) {
        events.add("""
                {"eventType":"notebook_opened","eventId":"o%d","userId":"%s","userName":"生徒 %s","notebookPath":"%s",
                 "cells":[{"id":"c0","type":"code"},{"id":"text","type":"markdown"},{"id":"c1","type":"code"}],"eventTime":"%s"}""".formatted(events.size(), student, student, path, start));
    }

    @Test
    void aCopyThatAStudentRenamedIsStillTheNotebook() {
        events.clear();
        opened("u1", "lesson1.ipynb");
        opened("u4", "ほかの名前.ipynb");
        run("u4", 0, 80, "print(4)", false);
        events.add(events.removeLast().replace("lesson1.ipynb", "ほかの名前.ipynb"));
        opened("u5", "scratch.ipynb");
        events.add(events.removeLast().replace("c0", "own0").replace("c1", "own1"));
        run("u5", 7, 90, "1", false);
        events.add(events.removeLast().replace("lesson1.ipynb", "scratch.ipynb"));
        classroom.send(events.toString());
        stored.awaitWholeLog();
        get("notebooks")
                .body("notebooks.path", containsInAnyOrder("scratch.ipynb", "lesson1.ipynb"))
                .body("notebooks.find { it.path == 'lesson1.ipynb' }.students", equalTo(4));
        get("notebooks/" + notebook + "/statistics")
                .body("cells.cellId", contains("c0", "c1"))
                .body("cells[0].students", equalTo(4));
        get("notebooks/" + notebook + "/cells/c0/answers")
                .body("answers.code", contains("print(4)", "print(1)", "print(2)", "pront(3)"));
        get("report")
                .body("cells.notebookPath", contains("lesson1.ipynb", "lesson1.ipynb", "scratch.ipynb"))
                .body("cells[0].students", equalTo(4));
    }

    @Test
    void theReportPutsItTogether() {
        Students.roster(classroom, "24A1", "来ない人");
        classroom
                .asSender()
                .body(
                        "{\"eventType\":\"help\",\"eventId\":\"h1\",\"userId\":\"u3\",\"notebookPath\":\"lesson1.ipynb\"}")
                .post("/api/v1/events")
                .then()
                .statusCode(202);
        stored.awaitWholeLog();
        get("report")
                .statusCode(200)
                .body("students.name", contains("来ない人", "生徒 u1", "生徒 u2", "生徒 u3"))
                .body("students.find { it.name == '生徒 u1' }.runs", equalTo(4))
                .body("students.find { it.name == '生徒 u1' }.errors", equalTo(2))
                .body("students.find { it.name == '生徒 u1' }.completed", equalTo(2))
                .body("students.find { it.name == '生徒 u3' }.helpRequests", equalTo(1))
                .body("students.find { it.name == '来ない人' }.runs", equalTo(0))
                .body("cells.cellId", contains("c0", "c1"))
                .body("cells.notebookPath", contains("lesson1.ipynb", "lesson1.ipynb"))
                .body("clusters.students", contains(3))
                .body("clusters[0].errorName", equalTo("NameError"))
                .body("help.requests", equalTo(1));
        get("report?to=" + start).body("students.runs.sum()", equalTo(0)).body("cells", hasSize(0));
    }

    @Test
    void theTableIsDownloaded() {
        String table = classroom
                .get("report.csv")
                .statusCode(200)
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", containsString("report.csv"))
                .extract()
                .asString();
        assertThat(table.lines()).hasSize(4);
        assertThat(table).contains("生徒 u1,2,");
    }

    @Test
    void aReportHasItsLimits() {
        get("report?from=2026-01-01T00:00:00Z&to=2026-02-02T00:00:00Z")
                .statusCode(422)
                .body("field", equalTo("from"))
                .body("limit", equalTo("max 31 days"));
        get("report.csv?from=now").statusCode(422).contentType("application/problem+json");
    }
}
