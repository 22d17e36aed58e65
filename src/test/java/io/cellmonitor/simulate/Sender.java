package io.cellmonitor.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPOutputStream;

/** Posts a student's events as a careful client does: the same ids again after 503 or a broken connection, later and later, and not for ever. */
final class Sender {

    private static final int TRIES = 120;
    private static final int TRIES_WHEN_STOPPED = 5;
    private static final long LONGEST_PAUSE = 5_000;
    /** Some outages last: longer than a restart of the application or of a server takes even on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI events;
    private final Tally tally;
    private final Clock clock;
    private final Dashboards dashboards;

    Sender(URI events, Tally tally, Clock clock, Dashboards dashboards) {
        this.clock = clock;
        this.dashboards = dashboards;
        this.events = events;
        this.tally = tally;
    }

    /** Returns when the events are taken, refused or given up. {@code intended}: the {@link System#nanoTime()} at which it should have begun. */
    void post(int student, List<Map<String, Object>> batch, boolean gzip, long intended)
            throws IOException, InterruptedException {
        HttpRequest request = request(JSON.writeValueAsBytes(batch.size() == 1 ? batch.getFirst() : batch), gzip);
        tally.sent.add(batch.size());
        batch.forEach(event -> dashboards.expect((String) event.get("eventId"), intended));
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (int tried = 1;
                tried <= (clock.stopped() ? TRIES_WHEN_STOPPED : TRIES) && System.nanoTime() < giveUp;
                tried++) {
            int status = status(request);
            if (status >= 200 && status < 300) {
                batch.forEach(event -> tally.accept(student, (String) event.get("eventId")));
                tally.latency.recordValue(Math.max(0, (System.nanoTime() - intended) / 1000));
                return;
            }
            if (status >= 400 && status < 500 && status != TOO_MANY && status != TIMED_OUT) {
                tally.refused.add(batch.size());
                return;
            }
            tally.sentAgain.add(batch.size());
            long pause = Math.min(LONGEST_PAUSE, 100L << Math.min(tried, 10));
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        }
        tally.givenUp.add(batch.size());
    }

    /** 503 stands for a connection that could not be made or broke. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            return 503;
        }
    }

    private HttpRequest request(byte[] body, boolean gzip) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json");
        if (!gzip) {
            return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        }
        return request.header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
                .build();
    }
}
