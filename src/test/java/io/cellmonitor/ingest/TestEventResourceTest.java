package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.servers.TestServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TestEventResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    EventLog log;

    @Inject
    RedisDataSource redis;

    @Test
    void keepsEventsInOrderSealedAndOutOfTheLog() {
        StreamId before = log.last().await().atMost(LIMIT);
        given().contentType("application/json")
                .body("[{\"eventType\":\"help\",\"userName\":\"Hanako\",\"eventId\":\"t-1\"},{\"eventType\":\"idle\"}]")
                .post("/api/v1/test/events/first_light-1")
                .then()
                .statusCode(202)
                .body("event_ids", contains("t-1"))
                .body("rejected", hasSize(1));
        given().contentType("application/json")
                .body("{\"eventType\":\"help_stop\",\"userName\":\"Hanako\",\"eventId\":\"t-2\"}")
                .post("/api/v1/test/events/first_light-1")
                .then()
                .statusCode(202)
                .body("event_id", equalTo("t-2"));
        given().get("/api/v1/test/events/first_light-1")
                .then()
                .statusCode(200)
                .body("test_id", equalTo("first_light-1"))
                .body("events.eventId", contains("t-1", "t-2"))
                .body("events[0].userName", equalTo("Hanako"));
        assertThat(log.last().await().atMost(LIMIT)).isEqualTo(before);
        byte[] kept = redis.list(byte[].class).lindex("test_events:first_light-1", 0);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Hanako");
        assertThat(redis.key().ttl("test_events:first_light-1")).isBetween(1L, 600L);
    }

    @Test
    void aTestThatSentNothingIsNotFound() {
        given().get("/api/v1/test/events/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/test/events/not%20an%20id").then().statusCode(404);
    }
}
