package io.cellmonitor.pipeline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class's history in figures, read over HTTP after it went through the whole path. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TimelineRoutesTest {

    private static final String RANGE = "?from=2026-11-20T10:00:00Z&to=2026-11-20T10:30:00Z";

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String notebook;

    @BeforeEach
    void twoStudentsRunTwoCells() {
        classroom = TaughtClassroom.open();
        classroom.send(Stream.of(
                        run("u1", "10:00:00.000", 0, 100, false),
                        run("u1", "10:01:00.000", 1, 300, true),
                        run("u2", "10:11:00.000", 0, 500, false),
                        run("u2", "10:30:00.000", 1, 900, false))
                .collect(Collectors.joining(",", "[", "]")));
        stored.awaitWholeLog();
        notebook = get("sessions").statusCode(200).extract().path("sessions[0].notebook");
    }

    private static String run(String student, String time, int cell, int duration, boolean error) {
        return """
                {"eventType":"cell_executed","eventId":"%s","userId":"%s","sessionId":"%s","notebookPath":"lesson1.ipynb","cellIndex":%d,
                 "eventTime":"2026-11-20T%sZ","executionDurationMs":%d,"hasError":%s,"errorName":"NameError"}""".formatted(UUID.randomUUID(), student, student, cell, time, duration, error);
    }

    private ValidatableResponse get(String path) {
        return classroom.get(path);
    }

    @Test
    void activityIsPerIntervalAndStudent() {
        get("activity" + RANGE + "&interval=PT10M")
                .statusCode(200)
                .body("interval", equalTo("PT10M"))
                .body("zone", equalTo("Asia/Tokyo"))
                .body("from", equalTo("2026-11-20T10:00:00Z"))
                .body("rows.interval", contains("2026-11-20T10:00:00Z", "2026-11-20T10:10:00Z"))
                .body("rows.runs", contains(2, 1))
                .body("rows.meanDurationMs", contains(200.0f, 500.0f));
    }

    @Test
    void daysBeginAtMidnightInTheZoneOfTheClass() {
        get("activity?from=2026-11-19T00:00:00Z&to=2026-11-21T00:00:00Z&interval=P1D")
                .statusCode(200)
                .body("rows.interval", contains("2026-11-19T15:00:00Z", "2026-11-19T15:00:00Z"))
                .body("rows.runs", containsInAnyOrder(2, 2));
    }

    @Test
    void theErrorRateIsPerIntervalAndNotebook() {
        get("error-rate" + RANGE + "&interval=PT30M")
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].notebookPath", equalTo("lesson1.ipynb"))
                .body("rows[0].runs", equalTo(3))
                .body("rows[0].rate", equalTo(1.0f / 3));
    }

    @Test
    void durationsArePerCell() {
        get("notebooks/" + notebook + "/durations" + RANGE)
                .statusCode(200)
                .body("notebookPath", equalTo("lesson1.ipynb"))
                .body("cells.cellIndex", contains(0, 1))
                .body("cells.runs", contains(2, 1))
                .body("cells.errors", contains(0, 1))
                .body("cells.medianMs", contains(300.0f, 300.0f));
    }

    @Test
    void progressIsInQuartilesOverTheStudents() {
        get("notebooks/" + notebook + "/progress" + RANGE + "&interval=PT10M")
                .statusCode(200)
                .body("codeCells", nullValue())
                .body("rows.students", contains(1, 2, 2))
                .body("rows.max", contains(1.0f, 1.0f, 1.0f));
    }

    @Test
    void theIntervalIsChosenWhereNoneIsGiven() {
        get("activity").statusCode(200).body("interval", equalTo("PT1M"));
        get("error-rate").statusCode(200).body("interval", equalTo("PT30M"));
    }

    @Test
    void whatIsBeyondALimitIsRefusedByItsName() {
        String[][] refusals = {
            {"activity?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", "from", "max 366 days"},
            {"error-rate?from=2026-11-20T10:00:00Z&to=2026-11-20T10:00:00Z", "from", "before to"},
            {"activity" + RANGE + "&interval=PT3M", "interval", "one of PT1M, PT5M, PT10M, PT30M, PT1H, P1D, P7D"},
            {"activity?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z&interval=PT1M", "interval", "max 500 intervals"
            }
        };
        for (String[] refusal : refusals) {
            get(refusal[0])
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("field", equalTo(refusal[1]))
                    .body("limit", equalTo(refusal[2]));
        }
        get("notebooks/" + UUID.randomUUID() + "/progress").statusCode(404).contentType("application/problem+json");
    }
}
