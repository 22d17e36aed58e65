package io.cellmonitor.joining;

import static io.restassured.RestAssured.given;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Students' servers, over HTTP, and what their teacher does with them. */
public final class Students {

    private Students() {}

    /** The answer to asking for a token, without a credential. */
    public static Response ask(Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/student/token");
    }

    /** The answer to joining; {@code number} may be null. */
    public static Response join(String code, String number, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("grant", "join_code", "join_code", code));
        if (number != null) {
            body.put("student_number", number);
        }
        if (name != null) {
            body.put("name", name);
        }
        return ask(body);
    }

    /** The answer to coming again with a device's secret. */
    public static Response comeAgain(String secret) {
        return ask(Map.of("grant", "device_secret", "device_secret", secret));
    }

    /** A request with a student's token. */
    public static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    /** The answer to an event of this student. */
    public static Response send(String token, String event) {
        return with(token).body(event).post("/api/v1/events");
    }

    /** A new join code of the class. */
    public static String code(TaughtClassroom classroom) {
        return classroom
                .asTeacher()
                .post("/api/v1/classes/" + classroom.id() + "/join-code")
                .then()
                .statusCode(200)
                .extract()
                .path("joinCode");
    }

    /** Gives the class a roster of numbers and names, in turn. */
    public static void roster(TaughtClassroom classroom, String... numbersAndNames) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (int i = 0; i < numbersAndNames.length; i += 2) {
            entries.add(Map.of("studentNumber", numbersAndNames[i], "name", numbersAndNames[i + 1]));
        }
        classroom
                .asTeacher()
                .body(Map.of("entries", entries))
                .put("/api/v1/classes/" + classroom.id() + "/roster")
                .then()
                .statusCode(200);
    }

    /** Takes a student's access away, or gives it back. */
    public static void access(TaughtClassroom classroom, String student, boolean allowed) {
        classroom
                .asTeacher()
                .body(Map.of("allowed", allowed))
                .put("/api/v1/classes/" + classroom.id() + "/students/" + student + "/access")
                .then()
                .statusCode(200);
    }
}
