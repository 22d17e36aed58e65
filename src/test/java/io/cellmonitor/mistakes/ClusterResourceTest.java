package io.cellmonitor.mistakes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way: the same mistake with other names and numbers is one cluster; its words are opened for its teacher alone. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClusterResourceTest {

    private static final String CLASS = "/api/v1/classes/" + DemoClass.ID;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String test = UUID.randomUUID().toString().substring(0, 8);
    private String cookie;

    @BeforeEach
    void signIn() {
        cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
    }

    private void run(String student, String code, String errorName, String errorMessage) {
        Map<String, Object> event = new HashMap<>();
        event.put("eventId", UUID.randomUUID().toString());
        event.put("eventType", errorName == null ? "cell_executed" : "cell_error");
        event.put("userName", student + " " + test);
        event.put("notebookPath", "cluster-" + test + ".ipynb");
        event.put("cellId", "sum");
        event.put("cellIndex", 4);
        event.put("code", code);
        event.put("executionCount", 1);
        event.put("hasError", errorName != null);
        if (errorName != null) {
            event.put("errorName", errorName);
            event.put("errorMessage", errorMessage);
            event.put("traceback", "Traceback of " + student);
        }
        given().contentType(ContentType.JSON)
                .body(event)
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }

    private JsonNode get(String route) {
        try {
            return JSON.readTree(Callers.with(cookie)
                    .get(route)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> clusters() {
        return StreamSupport.stream(get(CLASS + "/summary").path("clusters").spliterator(), false)
                .filter(it -> it.path("notebookPath").asText().equals("cluster-" + test + ".ipynb"))
                .toList();
    }

    private JsonNode awaitDetail(String cluster, int ways) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(CLASS + "/clusters/" + cluster),
                        it -> it.path("ways").size() == ways);
    }

    @Test
    void theSameMistakeWithOtherNamesIsOneClusterWithAnExampleAndTheWayOut() {
        run("hanako", "print(totl)", "NameError", "name 'totl' is not defined");
        run("taro", "print(sume)", "NameError", "name 'sume' is not defined. Did you mean: 'sum'?");
        run("jiro", "'1' + 2", "TypeError", "can only concatenate str (not \"int\") to str");
        run("taro", "print(sum)", null, null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        clusters().stream().anyMatch(it -> it.path("solved").asInt() == 1));

        JsonNode shown = clusters().stream()
                .filter(it -> it.path("errorName").asText().equals("NameError"))
                .findFirst()
                .orElseThrow();
        assertThat(clusters()).hasSize(2);
        assertThat(shown.path("shape").asText()).isEqualTo("name … is not defined");
        assertThat(shown.path("students")).hasSize(1);

        JsonNode detail = awaitDetail(shown.path("cluster").asText(), 1);
        assertThat(detail.path("cluster")).isEqualTo(shown);
        assertThat(detail.path("students"))
                .extracting(it -> it.path("name").asText())
                .containsExactly("hanako " + test, "taro " + test);
        assertThat(detail.path("students").path(0).path("solvedAt").isNull()).isTrue();
        assertThat(detail.path("example").path("errorName").asText()).isEqualTo("NameError");
        assertThat(detail.path("example").path("traceback").asText()).startsWith("Traceback of ");
        assertThat(detail.path("ways").path(0).path("before").asText()).isEqualTo("print(sume)");
        assertThat(detail.path("ways").path(0).path("after").asText()).isEqualTo("print(sum)");
    }

    @Test
    void onlyItsTeachersReadItAndWhatIsNotThereIsNotFound() {
        String nothing = CLASS + "/clusters/" + new UUID(0, 1);
        Callers.with(cookie).get(nothing).then().statusCode(404).body("title", equalTo("Not Found"));
        given().get(nothing).then().statusCode(401);
        Callers.with(Callers.cookie("first-admin", "first-admin-password"))
                .get(nothing)
                .then()
                .statusCode(403);
    }
}
