package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Promises 4 and 7 while PostgreSQL is away: a class that is watched goes on; another cannot be loaded, and that is said. */
@QuarkusTest
@QuarkusTestResource(value = PostgresOfItsOwn.class, restrictToAnnotatedClass = true)
class PostgresAwayTest {

    private static final String RUN = """
            {"eventType":"cell_executed","userId":"u1","userName":"花子","notebookPath":"a.ipynb","cellIndex":1}""";

    @Inject
    Redis redis;

    @Inject
    KeptSummaries kept;

    @Inject
    GrantCheck grants;

    @Test
    void promise4_aWatchedClassGoesOnAndAnotherSaysThatItCannotBeRead() {
        TaughtClassroom watched = TaughtClassroom.open();
        TaughtClassroom other = TaughtClassroom.open();
        try (LiveClient client = connect(watched)) {
            client.await("snapshot");
            other.asTeacher().get("/api/v1/session").then().statusCode(200);
            PostgresOfItsOwn.stopNow();
            try {
                watched.send(RUN);
                client.await("delta", frame -> frame.path("events").size() == 1);
                summary(watched).statusCode(200).body("stale", equalTo(false));
                assertCannotBeRead(other);
                // It may not have come round in this time.
                grants.check().await().atMost(Duration.ofSeconds(60));
            } finally {
                PostgresOfItsOwn.startAgain();
            }
            assertThat(client.frames("bye")).isEmpty();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (LiveClient back = connect(other)) {
                return back.await("snapshot").path("students").isEmpty();
            }
        });
    }

    private void assertCannotBeRead(TaughtClassroom classroom) {
        try (LiveClient client = connect(classroom)) {
            JsonNode bye = client.await("bye");
            assertThat(bye.path("reason").asText()).isEqualTo("unavailable");
            assertThat(bye.path("reconnect").asBoolean()).isTrue();
            client.awaitClosed();
        }
        summary(classroom)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        keepSummary(classroom);
        summary(classroom).statusCode(200).body("stale", equalTo(true)).body("executions", equalTo(7));
    }

    /** As another instance that watched the class left it. */
    private void keepSummary(TaughtClassroom classroom) {
        ClassHeader header = new ClassHeader(
                classroom.id(), "情報 I", "Asia/Tokyo", "2026-11-21", io.cellmonitor.access.ClassRules.DEFAULT);
        ClassSummary summary = new ClassSummary(
                classroom.id(), "5-0", false, 1, 1, 0, 7, 2, 0, 0, header, List.of(), List.of(), List.of());
        redis.batch(kept.keeping(summary))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private static ValidatableResponse summary(TaughtClassroom classroom) {
        return classroom.get("summary");
    }

    private static LiveClient connect(TaughtClassroom classroom) {
        return LiveClient.open(
                "class=" + classroom.id(), Map.of("Cookie", "cell-monitor-session=" + classroom.teacher()));
    }
}
