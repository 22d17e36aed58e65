package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cellmonitor.event.GeneratedBodies;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** Every refusal is a problem that a page of an allowed origin may read. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventResourceRefusalsTest {

    private static final String ORIGIN = "http://localhost:8888";

    @Test
    void anOversizedBody() {
        refused(json().body(new byte[1024 * 1024 + 1]), 413);
        refused(json().body(new byte[5 * 1024 * 1024]), 413);
    }

    @Test
    void anOversizedBodyThatDoesNotSayHowLargeItIs() throws Exception {
        for (int mebibytes : new int[] {2, 6}) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/events"))
                    .header("Content-Type", "application/json")
                    .header("Origin", ORIGIN)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(new byte[mebibytes * 1024 * 1024])))
                    .build();
            try (HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .contains(ORIGIN);
                assertThat(answer.body()).contains("\"field\"", "\"limit\"");
            }
        }
    }

    @Test
    void aBomb() throws IOException {
        byte[] bomb = gzip(" ".repeat(30 * 1024 * 1024));
        assertThat(bomb.length).isLessThan(100_000);
        refused(json().header("Content-Encoding", "gzip").body(bomb), 413);
    }

    @Test
    void somethingElseThanGzip() {
        refused(json().header("Content-Encoding", "gzip").body("[]".getBytes()), 400);
        refused(json().header("Content-Encoding", "br").body("[]".getBytes()), 415);
    }

    @Test
    void gzipIsTaken() throws IOException {
        json().header("Content-Encoding", "gzip")
                .body(gzip("{\"eventType\":\"help\",\"userName\":\"s1\"}"))
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .header("Access-Control-Allow-Origin", ORIGIN);
    }

    @Test
    void anotherContentType() {
        refused(
                given().header("Origin", ORIGIN)
                        .contentType("text/plain")
                        .body("{\"eventType\":\"help\",\"userName\":\"s1\"}"),
                415);
    }

    @Test
    void noContentType() {
        refused(given().header("Origin", ORIGIN).noContentType().body("[]".getBytes()), 415);
        refused(
                given().header("Origin", ORIGIN)
                        .contentType("application/octet-stream")
                        .body("[]".getBytes()),
                415);
    }

    @Test
    void anotherMethod() {
        for (Method method : List.of(Method.GET, Method.PUT, Method.DELETE, Method.PATCH)) {
            json().request(method, "/api/v1/events")
                    .then()
                    .statusCode(405)
                    .contentType("application/problem+json")
                    .header("Access-Control-Allow-Origin", ORIGIN);
        }
    }

    @Test
    void noAcceptHeaderCostsARun() {
        json().accept("text/html")
                .body("{\"eventType\":\"help\",\"userName\":\"s1\"}")
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .contentType("application/json");
    }

    @Test
    void moreThanFiveHundred() {
        String help = "{\"eventType\":\"help\",\"userName\":\"s1\"}";
        refused(json().body("[" + (help + ",").repeat(500) + help + "]"), 413);
    }

    @Test
    void noStudentIsNamedAndNoWordEchoed() {
        refused(json().body("{\"eventType\":\"Hanako\",\"code\":\"secret\"}"), 422)
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"status\":422,\"title\":\"Unprocessable Content\",\"detail\":\"eventType is malformed\","
                                + "\"instance\":\"/api/v1/events\",\"field\":\"eventType\",\"limit\":\"[a-z][a-z0-9_]{0,63}\"}");
    }

    @Test
    void aThousandGeneratedBodiesNeverFailTheApplication() {
        for (long seed = 0; seed < 1_000; seed++) {
            int status = json().body(GeneratedBodies.of(seed).getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/events")
                    .statusCode();
            assertThat(status).as("seed " + seed).isIn(202, 400, 422);
        }
    }

    @Test
    void aPageOfAnOriginThatIsNotAllowed() {
        for (String path : new String[] {"/api/v1/events", "/api/v1/session", "/api/v1/nothing", "/dashboard/"}) {
            for (Method method : List.of(Method.GET, Method.POST, Method.OPTIONS)) {
                given().header("Origin", "https://elsewhere.example")
                        .header("Authorization", "Bearer cm_some")
                        .contentType("application/json")
                        .request(method, path)
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .header("Access-Control-Allow-Origin", equalTo(null))
                        .body("status", equalTo(403))
                        .body("field", equalTo("Origin"))
                        .body("limit", notNullValue());
            }
        }
    }

    @Test
    void aPreflightIsAnswered() {
        given().header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/api/v1/events")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(ORIGIN));
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/events")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    private static RequestSpecification json() {
        return given().header("Origin", ORIGIN).contentType("application/json");
    }

    private static AbstractStringAssert<?> refused(RequestSpecification request, int status) {
        return assertThat(request.post("/api/v1/events")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", ORIGIN)
                .body("status", equalTo(status))
                .body("field", notNullValue())
                .body("limit", notNullValue())
                .extract()
                .asString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes());
        }
        return bytes.toByteArray();
    }
}
