package io.cellmonitor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends whole lessons, a body when the one before it is answered. */
final class LessonSender implements AutoCloseable {

    static final int EVENTS_PER_BODY = 250;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder request;

    LessonSender(Application application, String key) {
        this.request = HttpRequest.newBuilder(URI.create(application.url() + "/api/v1/events"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    /** How many events it were; fails when one body is not taken. */
    int send(WholeLesson lesson) throws IOException, InterruptedException {
        for (int from = 0; from < lesson.events(); from += EVENTS_PER_BODY) {
            int until = Math.min(lesson.events(), from + EVENTS_PER_BODY);
            List<Map<String, Object>> body =
                    IntStream.range(from, until).mapToObj(lesson::event).toList();
            HttpResponse<Void> answer = client.send(
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("a body was answered " + answer.statusCode());
            }
        }
        return lesson.events();
    }

    @Override
    public void close() {
        client.close();
    }
}
