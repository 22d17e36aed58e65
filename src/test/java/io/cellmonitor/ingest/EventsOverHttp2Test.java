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

/** Java's own client asks for HTTP/2 unless told otherwise. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventsOverHttp2Test {

    private static HttpResponse<String> post(HttpClient client, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void eventsAreTakenAndRefusedAsOverHttp1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> taken = null;
            for (int i = 0; i < 3; i++) {
                taken = post(client, "{\"eventType\":\"help\",\"userName\":\"s1\"}");
                assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            }
            assertThat(taken.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(post(client, "[]").statusCode()).isEqualTo(422);
            HttpResponse<String> large = post(client, " ".repeat(1024 * 1024 + 1));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains("\"field\":\"body\"");
        }
    }
}
