package io.cellmonitor.access;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A student's access to a class was taken away.
 *
 * @param at when, last: tokens made before are void for ever
 * @param blocked whether it still is: then none is given, and none is valid
 */
record Revocation(StudentPrincipal student, Instant at, boolean blocked) {

    /** Whether a token of the student is void. Tokens know whole seconds: what was made in the same one is void too. */
    boolean voids(Instant issuedAt) {
        return blocked || issuedAt.compareTo(at.truncatedTo(ChronoUnit.SECONDS)) <= 0;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("student", student.studentId().toString())
                .put("class", student.classId().toString())
                .put("at", at.toEpochMilli())
                .put("blocked", blocked);
    }

    static Revocation from(JsonObject json) {
        return new Revocation(
                new StudentPrincipal(
                        UUID.fromString(json.getString("student")), UUID.fromString(json.getString("class"))),
                Instant.ofEpochMilli(json.getLong("at")),
                json.getBoolean("blocked"));
    }
}
