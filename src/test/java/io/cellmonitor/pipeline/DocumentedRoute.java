package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A route of the OpenAPI document that the application serves.
 *
 * @param operation what the document says of it
 */
record DocumentedRoute(String method, String path, JsonNode operation) {

    static List<DocumentedRoute> all() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        List<DocumentedRoute> routes = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .forEach(method -> routes.add(new DocumentedRoute(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return routes;
    }

    /** Its path for a class, with ids of nothing for all else. */
    String pathOf(UUID classId) {
        return path.replace("{id}", classId.toString())
                .replace("{test_id}", "t1")
                .replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
    }

    /** The answer to {@code method} on its path, with an empty object where the method has a body. */
    Response ask(String method, RequestSpecification caller, UUID classId) {
        RequestSpecification request = caller.contentType("application/json").queryParam("class", classId);
        return method.equals("GET")
                ? request.get(pathOf(classId))
                : request.body("{}").request(method, pathOf(classId));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
