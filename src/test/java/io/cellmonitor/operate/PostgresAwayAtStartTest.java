package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.bus.LogLag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Promises 7 and 9: the application starts without PostgreSQL, and everything follows without another start. */
@QuarkusTest
@QuarkusTestResource(value = PostgresComesLater.class, restrictToAnnotatedClass = true)
class PostgresAwayAtStartTest {

    @Inject
    LogLag lag;

    private static RequestSpecification openDoor() {
        return given().contentType(ContentType.JSON);
    }

    private static RequestSpecification withKey(String key) {
        return openDoor().header("Authorization", "Bearer " + key);
    }

    private static Response send(RequestSpecification sender, String id) {
        Map<String, Object> run = Map.of(
                "eventId", id, "eventType", "cell_executed", "userName", "late-student", "notebookPath", "late.ipynb");
        return sender.body(run).post("/api/v1/events");
    }

    @Test
    void promise7_eventsAreTakenAndTheRestFollowsWhenPostgresComes() {
        assertThat(StartHealth.status("live")).isEqualTo(200);
        assertThat(StartHealth.status("started")).isEqualTo(200);
        assertThat(StartHealth.status("ready")).isEqualTo(200);
        assertThat(StartHealth.status("well")).isEqualTo(503);
        assertThat(send(openDoor(), "silent").statusCode()).isEqualTo(202);
        Awaitility.await("without the group that nobody reads")
                .until(() ->
                        !lag.measure().await().atMost(Duration.ofSeconds(60)).containsKey(PostgresComesLater.RETIRED));
        assertThat(send(withKey(PostgresComesLater.KEY), "silent-key").statusCode())
                .isEqualTo(202);
        assertThat(send(withKey("cmk_unknown"), "unknown").statusCode()).isEqualTo(401);
        assertSignInIsRefusedForNow();

        PostgresComesLater.postgres.refuse();
        assertThat(send(openDoor(), "refused").statusCode()).isEqualTo(202);
        assertSignInIsRefusedForNow();

        PostgresComesLater.postgres.start();
        Awaitility.await("signed in")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        Callers.signIn("first-admin", "first-admin-password").statusCode() == 204);
        Awaitility.await("stored")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(storedEvents()).isEqualTo(3));
        Awaitility.await("well").atMost(Duration.ofSeconds(60)).until(() -> StartHealth.status("well") == 200);
        // The copy's key is not in PostgreSQL: what is there now is what counts.
        assertThat(send(withKey(PostgresComesLater.KEY), "gone").statusCode()).isEqualTo(401);
    }

    /** Whether PostgreSQL refuses or is silent. */
    private static void assertSignInIsRefusedForNow() {
        Response signIn = Callers.signIn("first-admin", "first-admin-password");
        assertThat(signIn.statusCode()).isEqualTo(503);
        assertThat(signIn.header("Retry-After")).isNotNull();
    }

    private static int storedEvents() throws SQLException {
        String address = "jdbc:" + PostgresComesLater.postgres.address().replaceFirst("//.*@", "//");
        try (Connection connection = DriverManager.getConnection(address, "postgres", "postgres");
                ResultSet count = connection.createStatement().executeQuery("select count(*) from learning_events")) {
            count.next();
            return count.getInt(1);
        }
    }
}
