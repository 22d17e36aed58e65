package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cellmonitor.event.Corpus;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.StoredAsExpected;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(StandIns.class)
class EventResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    StandInEventLog log;

    @Inject
    EventSealer words;

    @Inject
    Names names;

    @BeforeEach
    @AfterEach
    void emptyLog() {
        log.appended.clear();
        log.away = false;
    }

    @Test
    void theCorpusIsAnsweredAndStoredAsExpected() throws IOException {
        for (Corpus.Case body : Corpus.all()) {
            log.appended.clear();
            ValidatableResponse answer = post(body.body()).statusCode(body.expected().path("status").intValue());
            JsonNode sent = JSON.readTree(answer.extract().asByteArray());
            body.expected().path("answerHas").forEach(name -> assertThat(sent.has(name.textValue())).isTrue());
            if (sent.path("status").asText().equals("received")) {
                StoredAsExpected.check(sent, answerOf(body.expected()));
            } else {
                assertThat(sent.has("field") && sent.has("limit")).as(body.name()).isTrue();
                assertThat(log.appended).isEmpty();
            }
            checkStored(body.expected());
        }
    }

    @Test
    void whatLeavesForTheLogHoldsNoWordsInThePlain() {
        post(("{\"eventType\":\"cell_error\",\"eventId\":\"e-1\",\"userName\":\"山田 花子\",\"emailAddress\":\"hanako@example.ac.jp\","
                        + "\"notebookPath\":\"lesson3_24A1234.ipynb\",\"code\":\"secret()\",\"errorName\":\"HanakoError\","
                        + "\"errorMessage\":\"my secret\",\"teamName\":\"A\"}")
                .getBytes(StandardCharsets.UTF_8))
                .statusCode(202);
        UnloggedEvent event = log.appended.getFirst();
        assertThat(event.envelope().toString())
                .contains("lesson3.ipynb", "errorName=Other")
                .doesNotContain("花子", "hanako", "Hanako", "secret", "24A1234");
        assertThat(new String(event.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("secret", "hanako");
        assertThat(names.open(event.envelope().student(), event.sealedName())).isEqualTo("山田 花子");
        assertThat(opened(event).path("notebookPath").asText()).isEqualTo("lesson3_24A1234.ipynb");
    }

    @Test
    void aLogThatCannotTakeEventsIsAnsweredWithAProblemAndATime() {
        log.away = true;
        post("{\"eventType\":\"help\",\"userName\":\"s1\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2");
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
        assertThat(log.appended.getFirst().envelope().sentAt()).hasToString("2026-11-20T01:02:05Z");
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
        assertThat(log.appended.getLast().envelope().sentAt()).isNull();
    }

    private static ValidatableResponse post(byte[] body) {
        return given().contentType("application/json").body(body).post("/api/v1/events").then();
    }

    private static ObjectNode answerOf(JsonNode expected) {
        ObjectNode answer = JSON.createObjectNode();
        if (expected.has("accepted")) {
            answer.set("accepted", expected.path("accepted"));
        }
        if (expected.has("rejected")) {
            answer.set("rejected", expected.path("rejected"));
        }
        return answer;
    }

    private void checkStored(JsonNode expected) {
        List<JsonNode> wanted = new ArrayList<>();
        expected.path("events").forEach(wanted::add);
        if (expected.has("event")) {
            wanted.add(expected.path("event"));
        }
        for (int index = 0; index < wanted.size(); index++) {
            StoredAsExpected.check(opened(log.appended.get(index)), wanted.get(index));
        }
    }

    private JsonNode opened(UnloggedEvent event) {
        try {
            byte[] json = words.open(event.envelope().student(), event.envelope().eventId(), event.sealed());
            return JSON.readTree(LearningEventJson.toBytes(LearningEventJson.fromBytes(json)));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
