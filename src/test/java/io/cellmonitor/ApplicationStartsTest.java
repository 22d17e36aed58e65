package io.cellmonitor;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApplicationStartsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    String managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started", "well"})
    void healthIsUp(String part) {
        health(part).statusCode(200).body("status", equalTo("UP"));
    }

    /** Promise 7: no load balancer turns senders away because PostgreSQL is away; whether it is there, wellness says. */
    @Test
    void postgresBelongsToWellnessAndNotToReadiness() {
        health("ready").body("checks.name", not(hasItem("postgresql")));
        health("well")
                .body("checks.name", hasItem("postgresql"))
                .body("checks.data.learning_sessions_default", hasItem("empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "redis"})
    void eachStoreIsSaidInTheSameWords(String store) {
        String data = "checks.find { it.name == '" + store + "' }.data";
        health("")
                .statusCode(200)
                .body(data + ".status", equalTo("healthy"))
                .body(data + ".response_time", instanceOf(Number.class))
                .body(data + ".error", equalTo(""));
    }

    private ValidatableResponse health(String part) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(Integer.parseInt(managementPort))
                .get("/q/health/" + part)
                .then();
    }
}
