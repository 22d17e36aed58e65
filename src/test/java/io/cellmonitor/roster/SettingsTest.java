package io.cellmonitor.roster;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a class is called and by what rules it is watched. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SettingsTest {

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String path;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id() + "/settings";
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "name",
                "情報 II",
                "zone",
                "Europe/Berlin",
                "dayStart",
                "05:30",
                "rules",
                Map.of("failingRuns", 4, "stuckAfterSeconds", 240, "awayAfterSeconds", 600),
                "consentRequired",
                true));
    }

    private ValidatableResponse put(String member, Object value) {
        Map<String, Object> wanted = settings();
        wanted.put(member, value);
        return classroom.asTeacher().body(wanted).put(path).then();
    }

    @Test
    void aNewClassHasTheUsualOnes() {
        classroom
                .get("settings")
                .statusCode(200)
                .body("name", equalTo("情報 I"))
                .body("dayStart", equalTo("04:00"))
                .body("rules.failingRuns", equalTo(3))
                .body("rules.stuckAfterSeconds", equalTo(180))
                .body("rules.awayAfterSeconds", equalTo(300))
                .body("consentRequired", equalTo(false));
    }

    @Test
    void theyAreSetTogetherAndHoldAtOnce() {
        classroom.asTeacher().body(settings()).put(path).then().statusCode(200).body("dayStart", equalTo("05:30"));
        classroom
                .get("settings")
                .body("name", equalTo("情報 II"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("rules.failingRuns", equalTo(4))
                .body("rules.awayAfterSeconds", equalTo(600));
        classroom.get("consent").body("required", equalTo(true));
    }

    @Test
    void aClassThatAnotherInstanceHasJustMadeHasThemToo() {
        Colleague teacher = Colleague.hired();
        UUID id = UUID.randomUUID();
        stored.execute("insert into classes (id, name, zone, consent_required) values ('" + id
                + "', 'x', 'Asia/Tokyo', true)");
        stored.execute("insert into enrolments (class_id, user_id, role) select '" + id
                + "', user_id, 'teacher' from accounts order by created_at desc limit 1");
        teacher.asks()
                .get("/api/v1/classes/" + id + "/consent")
                .then()
                .statusCode(200)
                .body("required", equalTo(true));
    }

    @Test
    void eachHasItsLimit() {
        put("name", "\u3000").statusCode(422).body("field", equalTo("name"));
        put("name", " ").statusCode(422).body("field", equalTo("name"));
        put("zone", "Mars/Olympus").statusCode(422).body("field", equalTo("zone"));
        put("dayStart", "24:00").statusCode(422).body("field", equalTo("dayStart"));
        put("rules", Map.of("failingRuns", 1, "stuckAfterSeconds", 240, "awayAfterSeconds", 600))
                .statusCode(422)
                .body("field", equalTo("rules.failingRuns"))
                .body("limit", equalTo("value 2"));
        put("rules", Map.of("failingRuns", 3, "stuckAfterSeconds", 7201, "awayAfterSeconds", 600))
                .statusCode(422)
                .body("field", equalTo("rules.stuckAfterSeconds"));
        put("consentRequired", null).statusCode(422).body("field", equalTo("consentRequired"));
        classroom.get("settings").body("name", equalTo("情報 I"));
    }

    @Test
    void aNumberThatNoFieldHoldsAndWhatIsNoJsonAreNamed() {
        String rules =
                "{\"rules\":{\"failingRuns\":99999999999999999999,\"stuckAfterSeconds\":60,\"awayAfterSeconds\":60}}";
        for (String body : List.of(rules, "{\"name\":")) {
            classroom
                    .asTeacher()
                    .body(body)
                    .put(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo(body.equals(rules) ? "rules.failingRuns" : "body"))
                    .body("limit", containsString("JSON"));
        }
    }

    @Test
    void assistantsReadThemAndSetNone() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        assistant.asks().get(path).then().statusCode(200);
        assistant.asks().body(settings()).put(path).then().statusCode(403);
    }
}
