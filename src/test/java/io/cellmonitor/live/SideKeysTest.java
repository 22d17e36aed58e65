package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What other programs read in Redis. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SideKeysTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Redis redis;

    private final SentEvents events = new SentEvents();

    private Response ask(Command command, Object... arguments) {
        return redis.send(Request.cmd(command, arguments))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private JsonNode entry(String key) {
        return FrameStore.read(Awaitility.await(key)
                .atMost(LIMIT)
                .until(() -> ask(Command.GET, key), found -> found != null)
                .toString());
    }

    private Set<String> connections() {
        return new HashSet<>(ask(Command.HGETALL, "websocket_connections").getKeys());
    }

    @Test
    void connectionsStudentsAndSummariesAreThereAndTheConnectionGoes() {
        Set<String> before = connections();
        String cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
        Set<String> ours;
        try (LiveClient client =
                LiveClient.open("class=" + DemoClass.ID, Map.of("Cookie", "cell-monitor-session=" + cookie))) {
            client.await("snapshot");
            Map<String, Object> run = events.run(1, 1, false);
            SentEvents.post(run);
            client.awaitSeen(run);
            JsonNode seen = client.await("delta", it -> it.path("students").size() > 0)
                    .path("students")
                    .path(0);

            JsonNode session = entry("session:user_" + seen.path("student").asText());
            assertThat(session.path("notebook")).isEqualTo(seen.path("notebook"));
            assertThat(ask(Command.TTL, "session:user_" + seen.path("student").asText())
                            .toLong())
                    .isBetween(3_000L, 3_600L);

            String key = "class_summary:notebook_" + seen.path("notebook").asText();
            JsonNode summary = entry(key);
            assertThat(summary.path("stale").asBoolean()).isTrue();
            assertThat(summary.path("at").asText()).isNotEmpty();
            assertThat(summary.toString()).doesNotContain(events.name(1));
            assertThat(ask(Command.TTL, key).toLong()).isBetween(200L, 300L);

            ours = Awaitility.await()
                    .atMost(LIMIT)
                    .until(
                            () -> {
                                Set<String> now = connections();
                                now.removeAll(before);
                                return now;
                            },
                            now -> !now.isEmpty());
        }
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(ours));
    }
}
