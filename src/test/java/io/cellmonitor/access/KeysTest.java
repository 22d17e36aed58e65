package io.cellmonitor.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.roster.Colleague;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which keys there are, and how they are made void. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KeysTest {

    private static final String EVENT = "{\"eventType\":\"session_start\",\"eventId\":\"e1\",\"userId\":\"u1\"}";

    private TaughtClassroom classroom;
    private String key;

    @BeforeEach
    void aClassWithAKey() {
        classroom = TaughtClassroom.open();
        key = ofTeacher().body("keys", hasSize(1)).extract().path("keys[0].id");
    }

    private ValidatableResponse ofTeacher() {
        return classroom.asTeacher().get("/api/v1/keys?class=" + classroom.id()).then();
    }

    @Test
    void aTeacherSeesThoseOfTheClassAndNeverTheSecret() {
        ofTeacher()
                .statusCode(200)
                .body("keys[0].name", equalTo("hub"))
                .body("keys[0].classes", contains(classroom.id().toString()))
                .body("keys[0].key", nullValue())
                .body("keys[0].keyHash", nullValue());
        classroom.asTeacher().get("/api/v1/keys").then().body("keys.id", contains(key));
        TaughtClassroom other = TaughtClassroom.open();
        other.asTeacher().get("/api/v1/keys").then().body("keys.id", not(hasItem(key)));
        other.asTeacher().get("/api/v1/keys?class=" + classroom.id()).then().statusCode(403);
        Callers.admin().get("/api/v1/keys").then().statusCode(200).body("keys.id", hasItem(key));
    }

    @Test
    void aVoidKeyOpensNothingAtOnce() {
        classroom.asSender().body(EVENT).post("/api/v1/events").then().statusCode(202);
        classroom.asTeacher().delete("/api/v1/keys/" + key).then().statusCode(204);
        classroom.asSender().body(EVENT).post("/api/v1/events").then().statusCode(401);
        ofTeacher().body("keys", hasSize(0));
        classroom.asTeacher().delete("/api/v1/keys/" + key).then().statusCode(404);
    }

    @Test
    void nobodyElseMakesItVoid() {
        TaughtClassroom other = TaughtClassroom.open();
        other.asTeacher().delete("/api/v1/keys/" + key).then().statusCode(404);
        Colleague assistant = Colleague.in(classroom, "assistant");
        assistant.asks().delete("/api/v1/keys/" + key).then().statusCode(404);
        assistant.asks().get("/api/v1/keys?class=" + classroom.id()).then().statusCode(403);
        ofTeacher().body("keys.id", contains(key));
        Callers.admin().delete("/api/v1/keys/" + key).then().statusCode(204);
    }

    @Test
    void aKeyForClassesOfOthersTooIsNoTeachersToTakeAway() {
        TaughtClassroom other = TaughtClassroom.open();
        List<UUID> both = List.of(classroom.id(), other.id());
        String shared = Callers.admin()
                .body(Map.of("name", "both", "realm", "school", "classes", both, "trusted", false))
                .post("/api/v1/keys")
                .then()
                .extract()
                .path("id");
        ofTeacher().body("keys.id", hasItem(shared));
        classroom.asTeacher().delete("/api/v1/keys/" + shared).then().statusCode(403);
        Callers.admin().delete("/api/v1/keys/" + shared).then().statusCode(204);
    }
}
