package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.bus.EventLog;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.servers.TestServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    EventLog log;

    @Inject
    RedisDataSource redis;

    @Inject
    EventSealer words;

    @Inject
    Names names;

    private StreamId before;

    @BeforeEach
    void noteThePlaceInTheLog() {
        before = log.last().await().atMost(LIMIT);
    }

    private List<LoggedEvent> appended() {
        return log.readAfter(before, 500).await().atMost(LIMIT);
    }

    @Test
    void whatLeavesForTheLogHoldsNoWordsInThePlain() {
        post(("{\"eventType\":\"cell_error\",\"eventId\":\"e-1\",\"userName\":\"山田 花子\",\"emailAddress\":\"hanako@example.ac.jp\","
                                + "\"notebookPath\":\"lesson3_24A1234.ipynb\",\"code\":\"secret()\",\"errorName\":\"HanakoError\","
                                + "\"errorMessage\":\"my secret\",\"teamName\":\"A\"}")
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(202);
        LoggedEvent event = appended().getFirst();
        assertThat(event.envelope().toString())
                .contains("lesson3.ipynb", "errorName=Other")
                .doesNotContain("花子", "hanako", "Hanako", "secret", "24A1234");
        assertThat(new String(event.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("secret", "hanako");
        assertThat(names.open(event.envelope().student(), event.sealedName())).isEqualTo("山田 花子");
        assertThat(opened(event).path("notebookPath").asText()).isEqualTo("lesson3_24A1234.ipynb");
    }

    @Test
    void aLogThatCannotTakeEventsIsAnsweredWithAProblemAndATime() {
        redis.execute("CONFIG", "SET", "min-replicas-to-write", "1");
        try {
            String answer = post("{\"eventType\":\"help\",\"userName\":\"s1\"}".getBytes(StandardCharsets.UTF_8))
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .extract()
                    .header("Retry-After");
            assertThat(Integer.parseInt(answer)).isPositive();
        } finally {
            redis.execute("CONFIG", "SET", "min-replicas-to-write", "0");
        }
    }

    @Test
    void whenItWasSentTravelsWithTheEvent() {
        given().contentType("application/json")
                .header("Cell-Monitor-Sent-At", "2026-11-20T01:02:05Z")
                .body("{\"eventType\":\"help\",\"userName\":\"s1\",\"eventTime\":\"2026-11-20T01:02:03Z\"}")
                .post("/student-progress")
                .then()
                .statusCode(202)
                .body("status", equalTo("received"))
                .body("event_id", notNullValue());
        assertThat(appended().getFirst().envelope().sentAt()).hasToString("2026-11-20T01:02:05Z");
        given().contentType("application/json; charset=utf-8")
                .header("Cell-Monitor-Sent-At", "yesterday")
                .body("[{\"eventType\":\"help\",\"userName\":\"s1\"},{}]")
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("event_ids", hasSize(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].reason", equalTo("eventType is missing"));
        assertThat(appended().getLast().envelope().sentAt()).isNull();
    }

    private static ValidatableResponse post(byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/events")
                .then();
    }

    private JsonNode opened(LoggedEvent event) {
        try {
            byte[] json =
                    words.open(event.envelope().student(), event.envelope().eventId(), event.sealed());
            return JSON.readTree(LearningEventJson.toBytes(LearningEventJson.fromBytes(json)));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
