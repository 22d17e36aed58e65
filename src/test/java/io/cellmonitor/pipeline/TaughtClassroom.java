package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;

import io.cellmonitor.access.Callers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A new class, over HTTP.
 *
 * @param teacher the session cookie of its only teacher, who teaches nothing else
 * @param key of a sender for this class, trusted to name the students
 */
public record TaughtClassroom(UUID id, String teacher, String key) {

    private static final String PASSWORD = "long-enough-password";

    /** Makes the account, the class and the key. */
    public static TaughtClassroom open() {
        String name = "teacher-" + UUID.randomUUID();
        RequestSpecification admin = Callers.admin();
        admin.body(Map.of("username", name, "password", PASSWORD, "displayName", "先生", "role", "teacher"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        String id = Callers.with(Callers.cookie(name, PASSWORD))
                .body(Map.of("name", "情報 I", "zone", "Asia/Tokyo"))
                .post("/api/v1/classes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String key = admin.body(Map.of("name", "hub", "realm", name, "classes", List.of(id), "trusted", true))
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return new TaughtClassroom(UUID.fromString(id), Callers.cookie(name, PASSWORD), key);
    }

    /** A request of its teacher. */
    public RequestSpecification asTeacher() {
        return Callers.with(teacher);
    }

    /** What its teacher is answered at a path below the class's own. */
    public ValidatableResponse get(String path) {
        return asTeacher().get("/api/v1/classes/" + id + "/" + path).then();
    }

    /** A request of its sender. */
    public RequestSpecification asSender() {
        return given().contentType("application/json").header("Authorization", "Bearer " + key);
    }

    /** Sends events and waits for the answer. */
    public void send(String events) {
        asSender().body(events).post("/api/v1/events").then().statusCode(202);
    }
}
