package io.cellmonitor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A class of the application, and what is needed to send to it and to watch it.
 *
 * @param classId its id
 * @param key the senders' API key
 * @param cookie the teacher's, as a header
 */
record School(String classId, String key, String cookie) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signs the admin in, who makes a class and a key for it. */
    static School open(Application application) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build()) {
            HttpResponse<String> session = post(
                    client,
                    application,
                    "/api/v1/session",
                    Map.of("username", "admin", "password", Application.password()));
            String cookie =
                    session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            String classId = json(post(
                            client, application, "/api/v1/classes", Map.of("name", "Bench", "zone", "Asia/Tokyo")))
                    .path("id")
                    .asText();
            Map<String, Object> wanted =
                    Map.of("name", "bench", "realm", "bench", "classes", List.of(classId), "trusted", true);
            String key = json(post(client, application, "/api/v1/keys", wanted))
                    .path("key")
                    .asText();
            return new School(classId, key, cookie);
        }
    }

    private static HttpResponse<String> post(HttpClient client, Application application, String path, Object body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
