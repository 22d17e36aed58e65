package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.Callers;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the OpenAPI document, asked wrongly: each refusal is a problem that names what is at fault and what would be right. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusalsTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private record Route(String method, String path, JsonNode operation) {

        boolean isSenders() {
            return List.of("/api/v1/events", "/student-progress").contains(path)
                    || path.startsWith("/api/v1/test/events/");
        }

        boolean needsCredential() {
            return operation.path("responses").has("401");
        }

        boolean takesJson() {
            return operation.has("requestBody")
                    || (isSenders() && method.equals("POST") && !path.endsWith("who-sends"));
        }
    }

    private TaughtClassroom classroom;
    private List<Route> routes;

    @BeforeEach
    void aClassAndAllRoutes() throws IOException {
        classroom = TaughtClassroom.open();
        routes = routes();
        assertThat(routes).hasSizeGreaterThan(15);
    }

    @Test
    void aMethodThatTheRouteHasNot() {
        for (Route route : routes) {
            List<String> has = routes.stream()
                    .filter(it -> it.path().equals(route.path()))
                    .map(Route::method)
                    .toList();
            for (String method : METHODS) {
                if (!has.contains(method)) {
                    String allowed = refused(ask(method, route, classroom.asSender()), route, 405, "method")
                            .extract()
                            .header("Allow");
                    assertThat(allowed).as(route.toString()).contains(has).doesNotContain(method);
                }
            }
        }
    }

    @Test
    void noCredential() {
        for (Route route : routes) {
            if (route.isSenders()) {
                // The demo's door is open to this machine alone.
                RequestSpecification elsewhere = given().header("Host", "elsewhere.example");
                refused(ask(route.method(), route, elsewhere), route, 403, "Host");
                RequestSpecification page = given().header("Origin", "https://elsewhere.example");
                refused(ask(route.method(), route, page), route, 403, "Origin");
            } else if (route.needsCredential()) {
                refused(ask(route.method(), route, given()), route, 401, "Authorization");
            }
        }
    }

    @Test
    void anotherContentType() {
        List<Route> reading = routes.stream().filter(Route::takesJson).toList();
        assertThat(reading).hasSizeGreaterThan(6);
        for (Route route : reading) {
            refused(send(route, "text/plain", "{}".getBytes()), route, 415, "Content-Type");
        }
    }

    @Test
    void aBodyThatIsTooLarge() {
        byte[] large = new byte[1024 * 1024 + 1];
        for (Route route : routes) {
            if (!route.method().equals("GET")) {
                refused(send(route, "application/json", large), route, 413, "body")
                        .body("limit", equalTo("1048576 bytes as sent"));
            }
        }
    }

    private Response send(Route route, String type, byte[] body) {
        return who(route)
                .contentType(type)
                .queryParam("class", classroom.id())
                .body(body)
                .request(route.method(), path(route));
    }

    private RequestSpecification who(Route route) {
        if (route.isSenders()) {
            return classroom.asSender();
        }
        return List.of("/api/v1/accounts", "/api/v1/keys").contains(route.path())
                ? Callers.admin()
                : classroom.asTeacher();
    }

    private Response ask(String method, Route route, RequestSpecification caller) {
        RequestSpecification request = caller.contentType("application/json").queryParam("class", classroom.id());
        return method.equals("GET")
                ? request.get(path(route))
                : request.body("{}").request(method, path(route));
    }

    private String path(Route route) {
        return route.path()
                .replace("{id}", classroom.id().toString())
                .replace("{test_id}", "t1")
                .replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
    }

    private static ValidatableResponse refused(Response answer, Route route, int status, String field) {
        assertThat(answer.statusCode()).as(route.toString()).isEqualTo(status);
        return answer.then()
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("field", equalTo(field))
                .body("limit", notNullValue());
    }

    private static List<Route> routes() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        List<Route> routes = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .forEach(method -> routes.add(new Route(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return routes;
    }
}
