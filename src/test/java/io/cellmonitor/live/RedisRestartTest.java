package io.cellmonitor.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Promise 4 while Redis is killed or stands still: screens say that they are stale, and miss nothing when it is back. */
@QuarkusTest
@QuarkusTestResource(value = RedisOfItsOwn.class, restrictToAnnotatedClass = true)
class RedisRestartTest {

    private static final String CLASS = "class=" + DemoClass.ID;

    private final SentEvents events = new SentEvents();

    private LiveClient connect() {
        String cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
        return LiveClient.open(CLASS, Map.of("Cookie", "cell-monitor-session=" + cookie));
    }

    private static void send(Object event) {
        Awaitility.await("taken")
                .atMost(Duration.ofSeconds(60))
                .until(() -> given().contentType(ContentType.JSON)
                                .body(event)
                                .post("/api/v1/events")
                                .statusCode()
                        == 202);
    }

    @Test
    void promise4_theTailGoesOnAndStaleScreensSaySo() {
        try (LiveClient client = connect()) {
            client.await("snapshot");
            Map<String, Object> before = events.run(1, 1, true);
            send(before);
            client.awaitSeen(before);
            Instant killed = Instant.now();
            RedisOfItsOwn.redis.kill();
            JsonNode stale = client.await("status", frame -> frame.path("stale").asBoolean());
            assertThat(Instant.parse(stale.path("staleSince").asText())).isAfterOrEqualTo(killed);

            RedisOfItsOwn.redis.start();
            Map<String, Object> after = events.run(2, 1, false);
            send(after);
            client.awaitSeen(after);
            String told = stale.path("serverTime").asText();
            JsonNode current = client.await(
                    "status",
                    frame -> !frame.path("stale").asBoolean()
                            && frame.path("serverTime").asText().compareTo(told) > 0);
            assertThat(current.path("staleSince").isNull()).isTrue();
            assertThat(client.frames("snapshot")).hasSize(1);
            try (LiveClient fresh = connect()) {
                fresh.await("snapshot");
                assertThat(client.state()).isEqualTo(fresh.state());
            }
        }
    }

    @Test
    void promise4_aRedisThatStandsStillIsSaidAndHealsWithoutASnapshot() {
        try (LiveClient client = connect()) {
            client.await("snapshot");
            Map<String, Object> before = events.run(1, 1, true);
            send(before);
            client.awaitSeen(before);
            RedisOfItsOwn.redis.freeze();
            try {
                client.await("status", frame -> frame.path("stale").asBoolean());
                // Longer than every time limit of a command: connections are given up and made again.
                Awaitility.await()
                        .pollDelay(Duration.ofSeconds(12))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> true);
                List<JsonNode> told = client.frames("status");
                assertThat(told.getLast().path("stale").asBoolean()).isTrue();
                assertThat(told.getLast().path("staleSince"))
                        .isEqualTo(told.get(told.size() - 2).path("staleSince"));
            } finally {
                RedisOfItsOwn.redis.thaw();
            }
            Map<String, Object> after = events.run(2, 1, false);
            send(after);
            client.awaitSeen(after);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            !client.frames("status").getLast().path("stale").asBoolean());
            assertThat(client.frames("snapshot")).hasSize(1);
            try (LiveClient fresh = connect()) {
                fresh.await("snapshot");
                assertThat(client.state()).isEqualTo(fresh.state());
            }
        }
    }
}
