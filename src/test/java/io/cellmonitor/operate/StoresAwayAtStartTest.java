package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promise 9: with neither store everybody is asked to come again; nobody is told that a credential is wrong. */
@QuarkusTest
@QuarkusTestResource(value = NoStores.class, restrictToAnnotatedClass = true)
class StoresAwayAtStartTest {

    private static Response send(String... header) {
        var sender = given().contentType(ContentType.JSON).body("{\"eventType\":\"cell_executed\",\"userName\":\"a\"}");
        return (header.length == 0 ? sender : sender.header(header[0], header[1])).post("/api/v1/events");
    }

    private static void assertToldToComeAgain(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void bothStoresAreSaidToBeUnhealthyAndWhy() {
        JsonPath health = StartHealth.answer("").jsonPath();
        for (String store : List.of("redis", "postgresql")) {
            Map<String, Object> data = health.getMap("checks.find { it.name == '" + store + "' }.data");
            assertThat(data).containsEntry("status", "unhealthy").containsKeys("response_time", "error");
            assertThat(data.get("error")).asString().isNotBlank();
        }
    }

    @Test
    void promise9_everybodyIsAskedToComeAgain() {
        assertToldToComeAgain(send("Authorization", "Bearer cmk_perhaps-valid"));
        assertToldToComeAgain(send());
        assertToldToComeAgain(Callers.signIn("first-admin", "first-admin-password"));
        assertThat(given().get("/dashboard/").statusCode()).isEqualTo(200);
        assertThat(StartHealth.status("live")).isEqualTo(200);
        assertThat(StartHealth.status("ready")).isEqualTo(503);
        assertThat(StartHealth.status("well")).isEqualTo(503);
    }
}
