package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way: HTTP in, log, tail, fold, socket; promise 4. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LiveEndpointTest {

    private static final String CLASS = "class=" + DemoClass.ID;

    private final SentEvents events = new SentEvents();
    private String cookie;

    @BeforeEach
    void signIn() {
        cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
    }

    private LiveClient connect(String query) {
        return LiveClient.open(query, headers());
    }

    private Map<String, String> headers() {
        return Map.of("Cookie", "cell-monitor-session=" + cookie);
    }

    private void awaitEqualToAFreshSnapshot(LiveClient client) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            try (LiveClient fresh = connect(CLASS)) {
                fresh.await("snapshot");
                assertThat(client.state()).isEqualTo(fresh.state());
            }
        });
    }

    @Test
    void promise4_aSnapshotThenWhatIsSentInOrderWithNamesAndMessages() {
        try (LiveClient client = connect(CLASS)) {
            JsonNode snapshot = client.await("snapshot");
            assertThat(client.frames().getFirst()).isSameAs(snapshot);
            assertThat(snapshot.path("reset").asBoolean()).isFalse();

            Map<String, Object> run = events.run(1, 3, true);
            Map<String, Object> help = events.event(1, "help", Map.of("metadata", Map.of("message", "ここが分かりません")));
            SentEvents.post(run);
            SentEvents.post(List.of(help, help));
            JsonNode asking = client.await("delta", frame -> frame.path("help").size() > 0);

            client.awaitSeen(help);
            assertThat(client.events())
                    .extracting(it -> it.path("eventId").asText())
                    .containsSubsequence((String) run.get("eventId"), (String) help.get("eventId"))
                    .doesNotHaveDuplicates();
            assertThat(asking.path("help").path(0).path("message").asText()).isEqualTo("ここが分かりません");
            JsonNode student = asking.path("students").path(0);
            assertThat(student.path("state").asText()).isEqualTo("asking");
            assertThat(client.student(student.path("student").asText())
                            .path("name")
                            .asText())
                    .isEqualTo(events.name(1));
        }
    }

    @Test
    void promise4_hundredsOfEventsAddUpToAFreshSnapshotAndToTheSummary() {
        try (LiveClient client = connect(CLASS)) {
            client.await("snapshot");
            List<Map<String, Object>> lesson = events.lesson(600, 25);
            for (int from = 0; from < lesson.size(); from += 60) {
                SentEvents.post(lesson.subList(from, Math.min(lesson.size(), from + 60)));
            }
            client.awaitSeen(lesson.getLast());
            awaitEqualToAFreshSnapshot(client);
            assertThat(client.events().stream()
                            .map(it -> it.path("eventId").asText()
                                    + it.path("student").asText()))
                    .doesNotHaveDuplicates();
            try (LiveClient fresh = connect(CLASS)) {
                assertAgrees(fresh.await("snapshot"), "/api/class/summary?" + CLASS);
                assertAgrees(fresh.await("snapshot"), "/api/v1/classes/" + DemoClass.ID + "/summary");
            }
        }
    }

    private void assertAgrees(JsonNode snapshot, String route) {
        JsonNode summary = FrameStore.read(
                Callers.with(cookie).get(route).then().statusCode(200).extract().asString());
        assertThat(summary.path("at")).isEqualTo(snapshot.path("at"));
        assertThat(summary.path("stale").asBoolean()).isFalse();
        assertThat(summary.path("students")).isEqualTo(snapshot.path("students"));
        assertThat(summary.path("help")).isEqualTo(snapshot.path("help"));
        assertThat(summary.path("total_students").asInt())
                .isEqualTo(snapshot.path("students").size());
        assertThat(summary.path("executions").asLong())
                .isEqualTo(snapshot.path("students")
                        .valueStream()
                        .mapToLong(it -> it.path("executions").asLong())
                        .sum());
    }

    @Test
    void whoComesBackGetsWhatItMissedAndWhoKnowsAnUnknownPlaceASnapshot() {
        try (LiveClient client = connect(CLASS)) {
            client.await("snapshot");
            Map<String, Object> first = events.run(1, 1, false);
            SentEvents.post(first);
            client.awaitSeen(first);
            client.close();
            client.awaitClosed();
            Map<String, Object> missed = events.run(2, 1, true);
            SentEvents.post(missed);
            try (LiveClient back = LiveClient.open(CLASS + "&after=" + client.at(), headers(), client.store())) {
                back.awaitSeen(missed);
                assertThat(back.frames("snapshot")).isEmpty();
                awaitEqualToAFreshSnapshot(back);
                back.send("{\"type\":\"resume\",\"after\":\"1-1\"}");
                assertThat(back.await("snapshot").path("reset").asBoolean()).isTrue();
            }
        }
        try (LiveClient lost = connect(CLASS + "&after=1-1")) {
            assertThat(lost.await("snapshot").path("reset").asBoolean()).isTrue();
        }
    }

    @Test
    void whoIsAheadOfThisInstanceIsWaitedForAndThenGetsASnapshot() {
        String ahead = Instant.now().plus(Duration.ofHours(1)).toEpochMilli() + "-0";
        Instant asked = Instant.now();
        try (LiveClient lost = connect(CLASS + "&after=" + ahead)) {
            assertThat(lost.await("snapshot").path("reset").asBoolean()).isTrue();
            assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(CatchUp.AHEAD);
            Map<String, Object> next = events.run(1, 1, false);
            SentEvents.post(next);
            lost.awaitSeen(next);
        }
    }

    @Test
    void aStatusComesByItselfAndWhenAskedFor() {
        try (LiveClient client = connect(CLASS)) {
            client.await("snapshot");
            client.send("{\"type\":\"ping\"}");
            client.send("not json");
            JsonNode status = client.await("status");
            assertThat(status.path("stale").asBoolean()).isFalse();
            assertThat(status.path("instance").asText()).isNotEmpty();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> client.frames("status").size() >= 3);
            client.await("status", frame -> frame.path("lag").has("relational"));
        }
    }

    @Test
    void signingOutEndsTheSocketWithAGoodbye() {
        String others = Callers.cookie("demo-teacher", "demo-teacher-password");
        try (LiveClient client = connect(CLASS);
                LiveClient other = LiveClient.open(CLASS, Map.of("Cookie", "cell-monitor-session=" + others))) {
            client.await("snapshot");
            other.await("snapshot");
            Callers.with(cookie).delete("/api/v1/session").then().statusCode(204);
            JsonNode bye = client.await("bye");
            assertThat(bye.path("reason").asText()).isEqualTo("signed_out");
            assertThat(bye.path("reconnect").asBoolean()).isFalse();
            client.awaitClosed();
            assertThat(other.frames("bye")).isEmpty();
        }
    }
}
