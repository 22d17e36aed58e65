package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Migrations, every pool and the reader's lease reach a PostgreSQL that takes nobody without TLS. */
@QuarkusTest
@QuarkusTestResource(value = PostgresOverTls.class, restrictToAnnotatedClass = true)
@EnabledIf("io.cellmonitor.servers.DebianPostgresServer#installed")
class PostgresOverTlsTest {

    @Test
    void everyPartReachesIt() {
        String cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
        Map<String, Object> run = Map.of(
                "eventId", "over-tls", "eventType", "cell_executed", "userName", "s", "notebookPath", "tls.ipynb");
        given().contentType(ContentType.JSON)
                .body(run)
                .post("/api/v1/events")
                .then()
                .statusCode(202);

        Awaitility.await("stored, and read by the history")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !Callers.with(cookie)
                        .get("/api/v1/classes/" + DemoClass.ID + "/sessions")
                        .jsonPath()
                        .getList("sessions")
                        .isEmpty());
        assertThat(StartHealth.status("well")).isEqualTo(200);
    }
}
