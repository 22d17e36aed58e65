package io.cellmonitor.help;

import static io.restassured.RestAssured.given;

import io.cellmonitor.access.Callers;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.access.StudentTokens;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A new class with a teacher, assistants and students, over HTTP. */
@Singleton
public class HelpedClass {

    private static final String PASSWORD = "long-enough-password";

    /**
     * Somebody who helps.
     *
     * @param cookie of their sign-in
     */
    record Helper(UUID id, String name, String cookie) {

        RequestSpecification asks() {
            return Callers.with(cookie);
        }
    }

    /**
     * A student with their token.
     *
     * @param key of a sender that knows them by {@code userId}
     */
    record Asker(UUID id, String token, String userId, String key) {

        RequestSpecification asks() {
            return given().contentType("application/json").header("Authorization", "Bearer " + token);
        }

        /** Asks for help; gives the request. */
        String help(String message) {
            return asks().body(Map.of("message", message, "notebook_path", "lesson1_24A1234.ipynb", "cell_id", "c1"))
                    .post("/api/v1/student/help")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("request_id");
        }

        /** Does something in their notebook. */
        void does(String eventType, Map<String, Object> metadata) {
            given().contentType("application/json")
                    .header("Authorization", "Bearer " + key)
                    .body(Map.of("eventType", eventType, "userId", userId, "metadata", metadata))
                    .post("/api/v1/events")
                    .then()
                    .statusCode(202);
        }

        Response news(String after) {
            RequestSpecification asking = asks();
            return (after == null ? asking : asking.queryParam("after", after)).get("/api/v1/student/news");
        }
    }

    private final StudentTokens tokens;
    private final BlindIndex index;
    private final Names names;
    private final StoredClass stored;

    HelpedClass(StudentTokens tokens, BlindIndex index, Names names, StoredClass stored) {
        this.tokens = tokens;
        this.index = index;
        this.names = names;
        this.stored = stored;
    }

    /** A new assistant of the class. */
    Helper assistant(TaughtClassroom classroom, String name) {
        String username = "assistant-" + UUID.randomUUID();
        String id = Callers.admin()
                .body(Map.of("username", username, "password", PASSWORD, "displayName", name, "role", "teacher"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stored.execute("insert into enrolments (class_id, user_id, role) values ('" + classroom.id() + "', '" + id
                + "', 'assistant')");
        return new Helper(UUID.fromString(id), name, Callers.cookie(username, PASSWORD));
    }

    /** A new student of the class, whom nobody has seen yet. */
    Asker student(TaughtClassroom classroom, String name) {
        String userId = UUID.randomUUID().toString();
        String username = index.ofStudent("help", "userId", userId);
        UUID id = Pseudonym.of(username);
        String token = tokens.issue(new StudentSubject(username, classroom.id(), names.seal(id, name)));
        String key = Callers.admin()
                .body(Map.of("name", "hub", "realm", "help", "classes", List.of(classroom.id()), "trusted", true))
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return new Asker(id, token, userId, key);
    }
}
