package io.cellmonitor;

import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApplicationStartsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    String managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void healthIsUp(String part) {
        RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(Integer.parseInt(managementPort))
                .get("/q/health/" + part)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }
}
