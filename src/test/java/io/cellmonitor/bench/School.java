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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Classes of the application, and what is needed to send to them and to watch them.
 *
 * @param classIds their ids
 * @param key the senders' API key
 * @param cookie the teacher's, as a header
 */
record School(List<String> classIds, String key, String cookie) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The id of the first class. */
    String classId() {
        return classIds.getFirst();
    }

    /** With one class. */
    static School open(Application application) throws IOException, InterruptedException {
        return open(application, 1);
    }

    /** Signs the admin in, who makes so many classes and a key for them. */
    static School open(Application application, int classes) throws IOException, InterruptedException {
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
            List<String> classIds = new ArrayList<>();
            for (int made = 0; made < classes; made++) {
                Map<String, Object> wanted = Map.of("name", "Bench " + made, "zone", "Asia/Tokyo");
                classIds.add(json(post(client, application, "/api/v1/classes", wanted))
                        .path("id")
                        .asText());
            }
            Map<String, Object> wanted =
                    Map.of("name", "bench", "realm", "bench", "classes", classIds, "trusted", true);
            String key = json(post(client, application, "/api/v1/keys", wanted))
                    .path("key")
                    .asText();
            return new School(List.copyOf(classIds), key, cookie);
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
