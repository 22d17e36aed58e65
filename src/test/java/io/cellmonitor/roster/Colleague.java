package io.cellmonitor.roster;

import io.cellmonitor.access.Callers;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account of their own, over HTTP. */
public record Colleague(String username, String cookie) {

    private static final String PASSWORD = "long-enough-password";

    /** With an account, and no class. */
    public static Colleague hired() {
        String username = "colleague-" + UUID.randomUUID();
        Callers.admin()
                .body(Map.of("username", username, "password", PASSWORD, "displayName", "同僚", "role", "teacher"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        return new Colleague(username, Callers.cookie(username, PASSWORD));
    }

    /** A member of the class. */
    public static Colleague in(TaughtClassroom classroom, String role) {
        Colleague colleague = hired();
        colleague.join(classroom, role).statusCode(200);
        return colleague;
    }

    /** The answer to the class's teacher who gives them this role. */
    public ValidatableResponse join(TaughtClassroom classroom, String role) {
        return classroom
                .asTeacher()
                .body(Map.of("role", role))
                .put("/api/v1/classes/" + classroom.id() + "/members/" + username)
                .then();
    }

    /** A request of theirs. */
    public RequestSpecification asks() {
        return Callers.with(cookie);
    }
}
