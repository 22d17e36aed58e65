package io.cellmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Java's own client asks for HTTP/2 unless told otherwise: it is answered by HTTP/1.1, and no body gets lost on the way. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class Http2ClientsTest {

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        // A new client each time, for only the first request of a connection asks.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void eventsAreTakenAndRefused() throws Exception {
        HttpResponse<String> taken = post("/api/v1/events", "{\"eventType\":\"help\",\"userName\":\"s1\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(taken.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(post("/api/v1/events", "[]").statusCode()).isEqualTo(422);
        assertThat(post("/api/v1/events", " ".repeat(1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyReachesItsRoute() throws Exception {
        HttpResponse<String> wrong = post("/api/v1/session", "{\"username\":\"nobody\",\"password\":\"wrong\"}");
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(401);
    }
}
