package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What senders over their limits are told, with limits that a test can reach. */
@QuarkusTest
@TestProfile(TooManyEventsTest.LowLimits.class)
@QuarkusTestResource(TestServers.class)
class TooManyEventsTest {

    /** Three events at once, then one a second. */
    public static final class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cell-monitor.ingest.key-rate", "1",
                    "cell-monitor.ingest.key-burst", "3",
                    "cell-monitor.ingest.student-rate", "1",
                    "cell-monitor.ingest.student-burst", "3");
        }
    }

    private static String array(String student) {
        String event = "{\"eventType\":\"help\",\"userName\":\"" + student + "\"}";
        return "[" + event + ("," + event).repeat(99) + "]";
    }

    private static Response send(RequestSpecification sender, String student) {
        return sender.body(array(student)).post("/api/v1/test/events/limits");
    }

    private static void refused(Response answer, int status) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("limit", equalTo("1 events a second, 3 at once"));
        // 97 are owed: at one a second.
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(60, 98);
    }

    @Test
    void aKeyIsToldWith429() {
        TaughtClassroom wild = TaughtClassroom.open();
        send(wild.asSender(), "s1").then().statusCode(202).body("accepted", equalTo(100));
        refused(send(wild.asSender(), "s2"), 429);
        send(TaughtClassroom.open().asSender(), "s1").then().statusCode(202);
    }

    @Test
    void aStudentBehindTheDoorIsToldWith503ForOlderClientsTakeEvery4xxForSuccess() {
        RequestSpecification door = given().contentType(ContentType.JSON);
        send(door, "wild").then().statusCode(202);
        refused(send(door, "wild"), 503);
        send(door, "calm").then().statusCode(202);
    }
}
