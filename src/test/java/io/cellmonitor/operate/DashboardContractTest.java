package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The dashboard's typed client is made, with each build, from the document that is kept beside it: it says what the application serves, for every
 * route. {@code npm run generate:refresh} in {@code dashboard} renews it.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DashboardContractTest {

    /** Of the tests alone, with the types that it answers with. */
    private static final Set<String> OF_TESTS = Set.of("/api/v1/test/events/who-sends", "StudentSubject", "Sender");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static void assertSame(JsonNode kept, JsonNode served, String part) {
        Set<String> names = new TreeSet<>();
        served.at(part).fieldNames().forEachRemaining(names::add);
        names.removeAll(OF_TESTS);
        assertThat(kept.at(part).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            assertThat(kept.at(part).get(name))
                    .as(name)
                    .isEqualTo(served.at(part).get(name));
        }
    }

    @Test
    void theKeptDocumentIsWhatIsServed() throws IOException {
        JsonNode kept = JSON.readTree(Path.of("dashboard/openapi.json").toFile());
        JsonNode served = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());

        assertSame(kept, served, "/paths");
        assertSame(kept, served, "/components/schemas");
    }
}
