package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cellmonitor.access.Callers;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the OpenAPI document, asked wrongly: each refusal is a problem that names what is at fault and what would be right. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusalsTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private TaughtClassroom classroom;
    private List<DocumentedRoute> routes;

    @BeforeEach
    void aClassAndAllRoutes() throws IOException {
        classroom = TaughtClassroom.open();
        routes = DocumentedRoute.all();
        assertThat(routes).hasSizeGreaterThan(15);
    }

    @Test
    void aMethodThatTheRouteHasNot() {
        for (DocumentedRoute route : routes) {
            List<String> has = routes.stream()
                    .filter(it -> it.path().equals(route.path()))
                    .map(DocumentedRoute::method)
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
        assertThat(routes).filteredOn(RefusalsTest::isSenders).hasSizeGreaterThan(2);
        assertThat(routes).filteredOn(RefusalsTest::needsCredential).hasSizeGreaterThan(12);
        for (DocumentedRoute route : routes) {
            if (isSenders(route)) {
                // The demo's door is open to this machine alone.
                RequestSpecification elsewhere = given().header("Host", "elsewhere.example");
                refused(ask(route.method(), route, elsewhere), route, 403, "Host");
                RequestSpecification page = given().header("Origin", "https://elsewhere.example");
                refused(ask(route.method(), route, page), route, 403, "Origin");
            } else if (needsCredential(route)) {
                refused(ask(route.method(), route, given()), route, 401, "Authorization");
            }
        }
    }

    @Test
    void anotherContentType() {
        List<DocumentedRoute> reading =
                routes.stream().filter(RefusalsTest::takesJson).toList();
        assertThat(reading).hasSizeGreaterThan(6);
        for (DocumentedRoute route : reading) {
            refused(send(route, "text/plain", "{}".getBytes()), route, 415, "Content-Type");
        }
    }

    @Test
    void aBodyThatIsTooLarge() {
        byte[] large = new byte[1024 * 1024 + 1];
        for (DocumentedRoute route : routes) {
            if (!route.method().equals("GET")) {
                refused(send(route, "application/json", large), route, 413, "body")
                        .body("limit", equalTo("1048576 bytes as sent"));
            }
        }
    }

    private Response send(DocumentedRoute route, String type, byte[] body) {
        return who(route)
                .contentType(type)
                .queryParam("class", classroom.id())
                .body(body)
                .request(route.method(), route.pathOf(classroom.id()));
    }

    private RequestSpecification who(DocumentedRoute route) {
        if (isSenders(route)) {
            return classroom.asSender();
        }
        return List.of("/api/v1/accounts", "/api/v1/keys", "/api/v1/classes/{id}/realm", "/api/v1/log-levels/{logger}")
                        .contains(route.path())
                ? Callers.admin()
                : classroom.asTeacher();
    }

    private Response ask(String method, DocumentedRoute route, RequestSpecification caller) {
        return route.ask(method, caller, classroom.id());
    }

    private static ValidatableResponse refused(Response answer, DocumentedRoute route, int status, String field) {
        assertThat(answer.statusCode()).as(route + " " + answer.asString()).isEqualTo(status);
        return answer.then()
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("field", equalTo(field))
                .body("limit", notNullValue());
    }

    private static boolean isSenders(DocumentedRoute route) {
        return List.of("/api/v1/events", "/student-progress").contains(route.path())
                || route.path().startsWith("/api/v1/test/events/");
    }

    private static boolean needsCredential(DocumentedRoute route) {
        return route.operation().path("responses").has("401");
    }

    private static boolean takesJson(DocumentedRoute route) {
        return route.operation().has("requestBody")
                || (isSenders(route)
                        && route.method().equals("POST")
                        && !route.path().endsWith("who-sends"));
    }
}
