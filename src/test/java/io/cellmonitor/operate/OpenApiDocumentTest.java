package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
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
        Map<String, String> answers = Map.of(
                "/api/v1/session", "Session",
                "/api/v1/classes", "ClassList",
                "/api/v1/classes/{id}/summary", "ClassSummary",
                "/api/class/summary", "ClassSummary",
                "/api/v1/classes/{id}/errors", "FailedRunList",
                "/api/v1/classes/{id}/sessions", "SessionList",
                "/api/v1/classes/{id}/students/{student}/runs", "RunPage",
                "/api/v1/classes/{id}/students/{student}/notebooks/{notebook}/sessions", "SessionList");
        assertThat(reference(
                        document.at("/paths/~1api~1v1~1live~1ticket/post/responses"), "201", "application/json"))
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
    void theSessionIsNamedAsClientsCallIt() {
        JsonNode session = document.path("paths").path("/api/v1/session");
        assertThat(session.at("/get/operationId").asText()).isEqualTo("session");
        assertThat(session.at("/post/operationId").asText()).isEqualTo("signIn");
        assertThat(session.at("/post/responses").has("204")).isTrue();
        assertThat(session.at("/delete/operationId").asText()).isEqualTo("signOut");
    }

    private static String reference(JsonNode responses, String status, String type) {
        return responses.path(status).path("content").path(type).at("/schema/$ref").asText();
    }
}
