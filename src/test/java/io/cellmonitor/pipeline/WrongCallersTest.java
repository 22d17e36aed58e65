package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.joining.Students;
import io.cellmonitor.roster.Colleague;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the OpenAPI document, asked by everybody who may not. A route that is not placed here fails the test. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WrongCallersTest {

    private TaughtClassroom classroom;
    private TaughtClassroom other;
    private String student;
    private Colleague removed;

    @BeforeEach
    void twoClasses() {
        classroom = TaughtClassroom.open();
        other = TaughtClassroom.open();
        student = Students.join(Students.code(classroom), null, "山田").path("token");
        removed = Colleague.in(classroom, "teacher");
        classroom
                .asTeacher()
                .delete("/api/v1/classes/" + classroom.id() + "/members/" + removed.username())
                .then()
                .statusCode(204);
    }

    @Test
    void eachRouteRefusesEachWrongCaller() throws IOException {
        List<DocumentedRoute> routes = DocumentedRoute.all();
        assertThat(routes).hasSizeGreaterThan(15);
        for (DocumentedRoute route : routes) {
            switch (audience(route)) {
                case "everybody" -> {}
                case "sender" -> {
                    refused(route, given().header("Authorization", "Bearer cm_wrong"), 401);
                    refused(route, given().header("Host", "elsewhere.example"), 401, 403);
                }
                case "signed in" -> signedInOnly(route);
                case "admin" -> {
                    signedInOnly(route);
                    refused(route, classroom.asTeacher(), 403);
                }
                case "student" -> {
                    refused(route, given(), 401);
                    refused(route, given().header("Authorization", "Bearer not.a.token"), 401);
                    refused(route, classroom.asSender(), 403);
                    refused(route, classroom.asTeacher(), 403);
                    refused(route, Callers.admin(), 403);
                }
                default -> {
                    signedInOnly(route);
                    refused(route, Students.with(student), 403);
                    refused(route, removed.asks(), 403);
                    refused(route, other.asTeacher(), 403);
                    refused(route, Callers.admin(), 403);
                    Response absent = route.ask(route.method(), classroom.asTeacher(), UUID.randomUUID());
                    assertThat(absent.statusCode()).as(route.toString()).isEqualTo(404);
                }
            }
        }
    }

    private void signedInOnly(DocumentedRoute route) {
        refused(route, given(), 401);
        refused(route, classroom.asSender(), 401, 403);
        refused(route, Callers.with("not-a-session"), 401);
    }

    private static String audience(DocumentedRoute route) {
        String path = route.path();
        // What they show and take away depends on the caller (KeysTest).
        boolean keysOfTeachers =
                path.startsWith("/api/v1/keys") && !route.method().equals("POST");
        return keysOfTeachers ? "signed in" : audience(path);
    }

    private static String audience(String path) {
        return switch (path) {
            case "/api/v1/session", "/api/v1/asyncapi.yaml", "/api/v1/student/token" -> "everybody";
            case "/api/v1/events",
                    "/student-progress",
                    "/api/v1/test/events/{test_id}",
                    "/api/v1/test/events/who-sends" -> "sender";
            case "/api/v1/student/help", "/api/v1/student/news", "/api/v1/student/me" -> "student";
            case "/api/v1/classes" -> "signed in";
            case "/api/v1/accounts",
                    "/api/v1/keys",
                    "/api/v1/classes/{id}/realm",
                    "/api/v1/log-levels",
                    "/api/v1/log-levels/{logger}" -> "admin";
            case "/api/class/summary", "/api/v1/live/ticket" -> "teachers of the class";
            default -> {
                assertThat(path).startsWith("/api/v1/classes/{id}/");
                yield "teachers of the class";
            }
        };
    }

    private void refused(DocumentedRoute route, RequestSpecification caller, Integer... statuses) {
        Response answer = route.ask(route.method(), caller, classroom.id());
        assertThat(answer.statusCode()).as(route.toString()).isIn((Object[]) statuses);
        assertThat(answer.contentType()).as(route.toString()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(answer.statusCode());
    }

    @Test
    void theSocketRefusesEachWrongCaller() {
        assertThat(handshake("class=" + classroom.id(), null, null)).isEqualTo(401);
        assertThat(handshake("class=" + classroom.id(), "not-a-session", null)).isEqualTo(401);
        assertThat(handshake("class=" + classroom.id(), other.teacher(), null)).isEqualTo(403);
        assertThat(handshake("class=" + UUID.randomUUID(), classroom.teacher(), null))
                .isEqualTo(404);
        assertThat(handshake("", classroom.teacher(), null)).isEqualTo(400);
        assertThat(handshake("ticket=stolen", classroom.teacher(), null)).isEqualTo(401);
        assertThat(handshake("class=" + classroom.id(), classroom.teacher(), "https://elsewhere.example"))
                .isEqualTo(403);
        assertThat(handshake("class=" + classroom.id(), classroom.teacher(), null))
                .isEqualTo(101);
    }

    @Test
    void aTicketOpensOneSocketOnce() {
        String ticket = classroom
                .asTeacher()
                .queryParam("class", classroom.id())
                .post("/api/v1/live/ticket")
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        assertThat(handshake("ticket=" + ticket, null, null)).isEqualTo(101);
        assertThat(handshake("ticket=" + ticket, null, null)).isEqualTo(401);
    }

    private static int handshake(String query, String cookie, String origin) {
        URI address = URI.create("ws://127.0.0.1:" + RestAssured.port + "/ws/connect?" + query);
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket.Builder builder = client.newWebSocketBuilder();
            if (cookie != null) {
                builder.header("Cookie", "cell-monitor-session=" + cookie);
            }
            if (origin != null) {
                builder.header("Origin", origin);
            }
            builder.buildAsync(address, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }
}
