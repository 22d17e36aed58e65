package io.cellmonitor.live;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of students of this test alone, sent through the demo's open door. */
final class SentEvents {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private int count;

    String name(int student) {
        return "live-" + run + "-" + student;
    }

    Map<String, Object> event(int student, String type, Map<String, ?> more) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", run + "-" + count++);
        event.put("eventType", type);
        event.put("userName", name(student));
        event.put("notebookPath", "live-" + run + ".ipynb");
        event.putAll(more);
        return event;
    }

    Map<String, Object> run(int student, int cell, boolean failed) {
        Map<String, Object> more = Map.of("cellId", "c" + cell, "cellIndex", cell, "code", "x", "hasError", failed);
        return event(student, failed ? "cell_error" : "cell_executed", more);
    }

    /** A mixed lesson: runs, some failing, some asking for help, and every tenth event once again. */
    List<Map<String, Object>> lesson(int events, int students) {
        List<Map<String, Object>> lesson = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            lesson.add(
                    i % 17 == 0
                            ? event(i % students, i % 34 == 0 ? "help" : "help_stop", Map.of())
                            : run(i % students, i % 7, i % 3 == 0));
            if (i % 10 == 0) {
                lesson.add(lesson.get(lesson.size() / 2));
            }
        }
        return lesson;
    }

    static void post(Object body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }
}
