package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The descriptions of the interface that the application serves. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DescriptionsTest {

    /** A route that only the tests have. */
    private static final String OF_THE_TESTS = "/who-sends";

    @Test
    void openApiNamesEveryRouteAndRefersToNothingThatIsMissing() throws IOException {
        JsonNode document = new ObjectMapper().readTree(served("/q/openapi?format=json"));
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asText()).isNotBlank();
        assertThat(document.path("info").path("version").asText()).isNotBlank();
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/events",
                        "/student-progress",
                        "/api/v1/session",
                        "/api/v1/classes",
                        "/api/class/summary");
        document.path("paths")
                .forEach(path -> path.fields().forEachRemaining(operation -> {
                    if (List.of("get", "post", "put", "delete").contains(operation.getKey())) {
                        assertThat(operation.getValue().path("responses").isEmpty())
                                .as(operation.toString())
                                .isFalse();
                    }
                }));
        refersToNothingMissing(document);
    }

    @Test
    void everyRouteIsInTheProtocol() throws IOException {
        String protocol = withoutNames(Files.readString(Path.of("docs/protocol.md")));
        JsonNode document = new ObjectMapper().readTree(served("/q/openapi?format=json"));
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .filteredOn(path -> !path.endsWith(OF_THE_TESTS))
                .allSatisfy(path -> assertThat(protocol).contains(withoutNames(path)));
    }

    /** What is between braces is named as it reads best there. */
    private static String withoutNames(String text) {
        return text.replaceAll("/\\{[^}/]*}", "/{}");
    }

    @Test
    void asyncApiHasAChannelWithOperationsBothWays() throws IOException {
        JsonNode document = new YAMLMapper().readTree(served("/api/v1/asyncapi.yaml"));
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        assertThat(document.at("/channels/class/address").asText()).isEqualTo("/ws/connect");
        assertThat(document.path("operations").findValuesAsText("action")).contains("send", "receive");
        refersToNothingMissing(document);
    }

    private static String served(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static void refersToNothingMissing(JsonNode document) {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allMatch(reference -> reference.startsWith("#/"));
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
