package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Promises 1 and 9: the application starts without Redis, asks senders to come again, and goes on by itself. */
@QuarkusTest
@QuarkusTestResource(value = RedisComesLater.class, restrictToAnnotatedClass = true)
class RedisAwayAtStartTest {

    private static Response send(String id) {
        Map<String, Object> run = Map.of(
                "eventId", id, "eventType", "cell_executed", "userName", "early-student", "notebookPath", "a.ipynb");
        return given().contentType(ContentType.JSON).body(run).post("/api/v1/events");
    }

    private static void assertToldToComeAgain() {
        Response answer = send("too-early");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void promise9_sendersComeAgainUntilRedisIsThere() {
        assertToldToComeAgain();
        assertThat(StartHealth.status("live")).isEqualTo(200);
        assertThat(StartHealth.status("started")).isEqualTo(200);
        assertThat(StartHealth.status("ready")).isEqualTo(503);
        assertThat(Callers.signIn("first-admin", "first-admin-password").statusCode())
                .isEqualTo(204);

        RedisComesLater.redis.kill();
        assertToldToComeAgain();

        RedisComesLater.redis.start();
        Awaitility.await("taken")
                .atMost(Duration.ofSeconds(60))
                .until(() -> send("in-time").statusCode() == 202);
        Awaitility.await("ready").atMost(Duration.ofSeconds(60)).until(() -> StartHealth.status("ready") == 200);
    }
}
