package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that clients are generated from. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OpenApiDocumentTest {

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
    }

    private List<String> required(String schema) {
        return StreamSupport.stream(
                        document.at("/components/schemas/" + schema + "/required")
                                .spliterator(),
                        false)
                .map(JsonNode::textValue)
                .toList();
    }

    @Test
    void membersThatAreAlwaysThereAreRequired() {
        assertThat(required("Session")).containsExactlyInAnyOrder("username", "displayName", "role", "classes");
        assertThat(required("ClassEntry")).containsExactlyInAnyOrder("id", "name", "zone", "joinCode");
        assertThat(required("RunPage")).containsExactlyInAnyOrder("student", "runs");
        assertThat(required("StoredRun")).contains("id", "occurredAt").doesNotContain("code", "hasError");
        assertThat(required("LearningSession")).contains("id", "executions").doesNotContain("name", "endedAt");
        assertThat(required("ClassSummary")).contains("class_id", "total_students", "students", "class");
        assertThat(required("StudentView")).contains("student", "state").doesNotContain("name", "total");
    }

    @Test
    void eachRouteForTeachersAnswersWithATypeAndRefusesWithAProblem() {
        Map<String, String> answers = Map.ofEntries(
                entry("/api/v1/session", "Session"),
                entry("/api/v1/classes", "ClassList"),
                entry("/api/v1/classes/{id}/summary", "ClassSummary"),
                entry("/api/class/summary", "ClassSummary"),
                entry("/api/v1/classes/{id}/errors", "FailedRunList"),
                entry("/api/v1/classes/{id}/sessions", "SessionList"),
                entry("/api/v1/classes/{id}/activity", "ActivityTimeline"),
                entry("/api/v1/classes/{id}/error-rate", "ErrorRateTimeline"),
                entry("/api/v1/classes/{id}/notebooks/{notebook}/durations", "CellDurationList"),
                entry("/api/v1/classes/{id}/notebooks/{notebook}/progress", "ProgressTimeline"),
                entry("/api/v1/classes/{id}/students/{student}/runs", "RunPage"),
                entry("/api/v1/classes/{id}/students/{student}/notebooks/{notebook}/sessions", "SessionList"));
        assertThat(reference(document.at("/paths/~1api~1v1~1live~1ticket/post/responses"), "201", "application/json"))
                .endsWith("/Ticket");
        answers.forEach((path, schema) -> {
            JsonNode responses = document.path("paths").path(path).path("get").path("responses");
            assertThat(reference(responses, "200", "application/json")).as(path).endsWith("/" + schema);
            assertThat(reference(responses, "401", "application/problem+json"))
                    .as(path)
                    .endsWith("/Problem");
        });
    }

    @Test
    void theRoutesOfHistoryDescribeTheirParametersAndWhatTheyRefuse() {
        for (String route : new String[] {"activity", "error-rate", "notebooks/{notebook}/progress"}) {
            JsonNode operation =
                    document.path("paths").path("/api/v1/classes/{id}/" + route).path("get");
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("parameters").findValuesAsText("name")).contains("from", "to", "interval");
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    assertThat(parameter.path("description").asText()).isNotBlank();
                }
            });
            assertThat(reference(operation.path("responses"), "422", "application/problem+json"))
                    .as(route)
                    .endsWith("/Problem");
        }
        assertThat(required("ProgressQuartiles")).contains("interval", "students", "median");
        assertThat(required("CellDurations")).contains("runs").doesNotContain("medianMs", "cellId");
        assertThat(required("Activity")).contains("student", "runs").doesNotContain("meanDurationMs");
    }

    @Test
    void theSessionIsNamedAsClientsCallIt() {
        JsonNode session = document.path("paths").path("/api/v1/session");
        assertThat(session.at("/get/operationId").asText()).isEqualTo("session");
        assertThat(session.at("/post/operationId").asText()).isEqualTo("signIn");
        assertThat(session.at("/post/responses").has("204")).isTrue();
        assertThat(session.at("/delete/operationId").asText()).isEqualTo("signOut");
    }

    private static String reference(JsonNode responses, String status, String type) {
        return responses
                .path(status)
                .path("content")
                .path(type)
                .at("/schema/$ref")
                .asText();
    }
}
