package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may open a socket. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LiveUpgradeTest {

    private static final String CLASS = "class=" + DemoClass.ID;

    private static Map<String, String> teacher() {
        return Map.of("Cookie", "cell-monitor-session=" + Callers.cookie("demo-teacher", "demo-teacher-password"));
    }

    private static Map<String, String> teacherOn(String origin) {
        return Map.of("Cookie", teacher().get("Cookie"), "Origin", origin);
    }

    @Test
    void nobodyWithoutASession() {
        assertThat(LiveClient.refusal(CLASS, Map.of())).isEqualTo(401);
        assertThat(LiveClient.refusal(CLASS, Map.of("Cookie", "cell-monitor-session=made-up")))
                .isEqualTo(401);
    }

    @Test
    void noPageOfAnotherSite() {
        assertThat(LiveClient.refusal(CLASS, teacherOn("https://evil.example"))).isEqualTo(403);
        assertThat(LiveClient.refusal(CLASS, teacherOn("http://localhost:1"))).isEqualTo(403);
        assertThat(LiveClient.refusal(CLASS, teacherOn("null"))).isEqualTo(403);
        try (LiveClient own = LiveClient.open(CLASS, teacherOn("http://localhost:" + RestAssured.port))) {
            own.await("snapshot");
        }
    }

    @Test
    void onlyATeacherOfTheClass() {
        String admin = Callers.cookie("first-admin", "first-admin-password");
        assertThat(LiveClient.refusal(CLASS, Map.of("Cookie", "cell-monitor-session=" + admin)))
                .isEqualTo(403);
    }

    @Test
    void noClassThatIsNot() {
        assertThat(LiveClient.refusal("class=" + UUID.randomUUID(), teacher())).isEqualTo(404);
        assertThat(LiveClient.refusal("class=x", teacher())).isEqualTo(400);
        assertThat(LiveClient.refusal("", teacher())).isEqualTo(400);
    }

    @Test
    void eachRefusalIsAProblemThatNamesTheFault() {
        problem(LiveClient.rejection(CLASS, Map.of()), 401, "Authorization");
        problem(LiveClient.rejection("ticket=stolen", Map.of()), 401, "ticket");
        problem(LiveClient.rejection(CLASS, teacherOn("https://evil.example")), 403, "Origin");
        problem(LiveClient.rejection("class=x", teacher()), 400, "class");
        problem(LiveClient.rejection("", teacher()), 400, "class");
        JsonObject unknown = LiveClient.rejection("class=" + UUID.randomUUID(), teacher())
                .getBody()
                .toJsonObject();
        assertThat(unknown.getInteger("status")).isEqualTo(404);
    }

    private static void problem(UpgradeRejectedException answer, int status, String field) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeaders().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.getHeaders().get("Cache-Control")).isEqualTo("no-store");
        JsonObject problem = answer.getBody().toJsonObject();
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("field")).isEqualTo(field);
        assertThat(problem.getString("limit")).isNotBlank();
    }

    @Test
    void aTicketOpensOneSocketOnce() {
        String ticket = Callers.teacher()
                .post("/api/v1/live/ticket?" + CLASS)
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        try (LiveClient client = LiveClient.open("ticket=" + ticket, Map.of())) {
            client.await("snapshot");
        }
        assertThat(LiveClient.refusal("ticket=" + ticket, Map.of())).isEqualTo(401);
    }
}
