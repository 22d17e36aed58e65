package io.cellmonitor.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose events those are that come with a student's token (promise 8). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StudentEventsTest {

    private static final String LYING = """
            {"eventId":"%s","eventType":"help","userName":"somebody else","userId":"1","emailAddress":"a@example.org",
             "teamName":"red","metadata":{"message":"?"}}""";

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
    }

    private String helpOfNobody() {
        return "{\"eventId\":\"" + UUID.randomUUID() + "\",\"eventType\":\"help\"}";
    }

    private long events(String student) {
        return stored.number("select count(*) from learning_events where user_id = '" + student + "' and class_id = '"
                + classroom.id() + "'");
    }

    private Response byKey(Map<String, Object> who) {
        return classroom.asSender().body(who).post("/api/v1/student/token");
    }

    @Test
    void theTokenSaysWhoItIsAndNeverTheBody() {
        Response joined = Students.join(Students.code(classroom), "24A1234", "山田 花子");
        String id = UUID.randomUUID().toString();
        Students.send(joined.path("token"), LYING.formatted(id)).then().statusCode(202);
        stored.awaitWholeLog();
        assertThat(events(joined.path("student.id"))).isEqualTo(1);
        JsonNode event = stored.events().stream()
                .filter(each -> each.path("eventId").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(event.hasNonNull("userName")).isFalse();
        assertThat(event.hasNonNull("userId")).isFalse();
        assertThat(event.hasNonNull("emailAddress")).isFalse();
        assertThat(event.hasNonNull("teamName")).isFalse();
        assertThat(event.at("/metadata/_dropped").toString())
                .isEqualTo("[\"emailAddress\",\"userId\",\"userName\",\"teamName\"]");
    }

    @Test
    void teachersSeeTheNameOfTheToken() {
        Response joined = Students.join(Students.code(classroom), "24A1234", "山田 花子");
        Students.send(
                        joined.path("token"),
                        "{\"eventType\":\"cell_executed\",\"notebookPath\":\"a.ipynb\",\"code\":\"1\"}")
                .then()
                .statusCode(202);
        stored.awaitWholeLog();
        classroom.get("sessions").statusCode(200).body("sessions.name", equalTo(List.of("山田 花子")));
    }

    @Test
    void anotherClassIsRefusedAndTheOwnOneTaken() {
        String token = Students.join(Students.code(classroom), "1", null).path("token");
        String event = "{\"eventType\":\"help\",\"classId\":\"%s\"}";
        Students.send(token, event.formatted(TaughtClassroom.open().id()))
                .then()
                .statusCode(422)
                .body("field", equalTo("classId"));
        Students.send(token, event.formatted(classroom.id())).then().statusCode(202);
    }

    @Test
    void aPersonIsTheSameByKeyAndByToken() {
        for (Map<String, Object> who : List.<Map<String, Object>>of(
                Map.of("grant", "key", "userName", "花子"),
                Map.of("grant", "key", "userId", "24A1234", "userName", "花子"),
                Map.of("grant", "key", "emailAddress", " Hanako@Example.org ", "userId", "24A1234"))) {
            Response token = byKey(who);
            token.then().statusCode(200);
            Students.send(token.path("token"), helpOfNobody()).then().statusCode(202);
            classroom.send(new JsonObject(new HashMap<>(who))
                    .put("eventType", "help")
                    .put("eventId", UUID.randomUUID().toString())
                    .encode());
            stored.awaitWholeLog();
            assertThat(events(token.path("student.id"))).isEqualTo(2);
        }
    }

    @Test
    void aPersonIsTheSameByKeyAndByJoinCodeOfTheSameRealm() {
        String realm = stored.text("select realm from api_keys where '" + classroom.id() + "' = any (classes)");
        Callers.admin()
                .body(Map.of("realm", realm))
                .put("/api/v1/classes/" + classroom.id() + "/realm")
                .then()
                .statusCode(200);
        String joined = Students.join(Students.code(classroom), "24A1234", "花子").path("student.id");
        assertThat(byKey(Map.of("grant", "key", "userId", "24A1234")).<String>path("student.id"))
                .isEqualTo(joined);
    }

    @Test
    void theOpenDoorGivesTokensForTheDemo() {
        Response token = Students.ask(Map.of("grant", "open_door", "userName", "s1"));
        token.then().statusCode(200).body("student.verified", equalTo(false));
        Students.send(token.path("token"), helpOfNobody()).then().statusCode(202);
        given().header("Host", "elsewhere.example")
                .contentType("application/json")
                .body(Map.of("grant", "open_door", "userName", "s1"))
                .post("/api/v1/student/token")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenOpensNothingThatIsTheTeachers() {
        String token = Students.join(Students.code(classroom), "1", null).path("token");
        for (String path : List.of("/api/v1/classes", "/api/v1/classes/" + classroom.id() + "/summary")) {
            Students.with(token).get(path).then().statusCode(403);
        }
        Students.with(token)
                .body(Map.of("grant", "key", "userName", "somebody else"))
                .post("/api/v1/student/token")
                .then()
                .statusCode(403);
        Students.with(token + "x")
                .body(helpOfNobody())
                .post("/api/v1/events")
                .then()
                .statusCode(401);
    }

    @Test
    void theAnswersSayWhatTimeItIs() {
        long before = System.currentTimeMillis();
        String token = Students.join(Students.code(classroom), "1", null).path("token");
        for (Response answer : List.of(
                Students.send(token, helpOfNobody()),
                Students.send(token, "{"),
                Students.with("wrong").body(helpOfNobody()).post("/api/v1/events"),
                classroom
                        .asSender()
                        .body("{\"eventType\":\"help\",\"userName\":\"s\"}")
                        .post("/api/v1/events"),
                Students.join("wrong", "1", null))) {
            assertThat(Long.parseLong(answer.header("Cell-Monitor-Time")))
                    .as(answer.asString())
                    .isBetween(before, System.currentTimeMillis());
        }
    }
}
