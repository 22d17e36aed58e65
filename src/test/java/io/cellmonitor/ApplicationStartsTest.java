package io.cellmonitor;

import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApplicationStartsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    String managementPort;

    @Test
    void healthIsUp() {
        RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(Integer.parseInt(managementPort))
                .get("/q/health/live")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }
}
