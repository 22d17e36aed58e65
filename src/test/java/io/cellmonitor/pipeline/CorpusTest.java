package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cellmonitor.event.Corpus;
import io.cellmonitor.event.StoredAsExpected;
import io.cellmonitor.servers.TestServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each body of the corpus through the whole path: the open door, the log, PostgreSQL, the channels. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> COUNTS = Map.of(
            "users", "select count(*) from users where role = 'student'",
            "notebooks", "select count(*) from notebooks",
            "learning_sessions", "select count(*) from learning_sessions",
            "learning_events", "select count(*) from learning_events",
            "cell_executions", "select coalesce(sum(cell_executions), 0) from learning_sessions",
            "error_count", "select coalesce(sum(error_count), 0) from learning_sessions");

    @Inject
    StoredClass stored;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void emptyTheClass() {
        stored.empty();
    }

    static Stream<Corpus.Case> corpus() {
        return Corpus.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void becomesWhatIsExpected(Corpus.Case body) throws IOException {
        JsonNode expected = body.expected();
        try (ChannelListener channels = new ChannelListener(redis)) {
            JsonNode answer = JSON.readTree(given().contentType("application/json")
                    .body(body.body())
                    .post("/api/v1/events")
                    .then()
                    .statusCode(expected.path("status").intValue())
                    .extract()
                    .asByteArray());
            checkAnswer(answer, expected);
            stored.awaitWholeLog();
            int accepted = accepted(answer);
            checkRows(expected.path("relational"), accepted);
            checkEvents(expected);
            checkChannels(channels, expected.path("channels"), accepted);
        }
    }

    private static void checkAnswer(JsonNode answer, JsonNode expected) {
        expected.path("answerHas")
                .forEach(name -> assertThat(answer.has(name.textValue())).isTrue());
        ObjectNode members = JSON.createObjectNode();
        for (String name : List.of("accepted", "rejected")) {
            if (expected.has(name)) {
                members.set(name, expected.path(name));
            }
        }
        if (answer.path("status").asText().equals("received")) {
            StoredAsExpected.check(answer, members);
        } else {
            assertThat(answer.has("field") && answer.has("limit")).isTrue();
        }
    }

    private static int accepted(JsonNode answer) {
        return answer.has("event_id") ? 1 : answer.path("accepted").asInt(0);
    }

    private void checkRows(JsonNode expected, int accepted) {
        assertThat(stored.number(COUNTS.get("learning_events")))
                .isEqualTo(expected.path("learning_events").asInt(accepted));
        expected.properties()
                .forEach(count -> assertThat(stored.number(COUNTS.get(count.getKey())))
                        .as(count.getKey())
                        .isEqualTo(count.getValue().intValue()));
        assertThat(stored.number("select count(*) from dead_letters")).isZero();
    }

    private void checkEvents(JsonNode expected) {
        List<JsonNode> wanted = new ArrayList<>();
        expected.path("events").forEach(wanted::add);
        if (expected.has("event")) {
            wanted.add(expected.path("event"));
        }
        List<JsonNode> events = stored.events();
        for (int index = 0; index < wanted.size(); index++) {
            StoredAsExpected.check(events.get(index), wanted.get(index));
        }
    }

    private static void checkChannels(ChannelListener channels, JsonNode expected, int accepted) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> channels.events() == accepted);
        if (!expected.isMissingNode()) {
            Map<String, Integer> counts = new HashMap<>();
            expected.properties()
                    .forEach(channel ->
                            counts.put(channel.getKey(), channel.getValue().intValue()));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(channels.counts()).isEqualTo(counts));
        }
    }
}
