package io.cellmonitor.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The teacher's dashboards: they read all frames, and the time at which an event has come to each is kept. Safe for many threads. */
final class Dashboards implements AutoCloseable {

    /** Events whose frames are still looked for; of more nothing is kept. */
    private static final int EXPECTED_AT_MOST = 100_000;

    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final Duration LAST_FRAMES = Duration.ofSeconds(5);

    private final Settings settings;
    private final Tally tally;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Expected> expected = new ConcurrentHashMap<>();
    private final List<WebSocket> sockets = new ArrayList<>();

    private Dashboards(Settings settings, Tally tally) {
        this.settings = settings;
        this.tally = tally;
    }

    /** Signs in and opens as many as are wanted; each has shown its class before this returns. */
    static Dashboards open(Settings settings, Tally tally) throws Exception {
        Dashboards dashboards = new Dashboards(settings, tally);
        if (settings.dashboards() > 0) {
            String cookie = dashboards.signIn();
            for (int i = 0; i < settings.dashboards(); i++) {
                dashboards.sockets.add(dashboards.openOne(cookie));
            }
        }
        return dashboards;
    }

    /** An event is sent now; {@code intended} is the {@link System#nanoTime()} at which it should have been. */
    void expect(String eventId, long intended) {
        if (!sockets.isEmpty() && expected.size() < EXPECTED_AT_MOST) {
            expected.putIfAbsent(eventId, new Expected(intended, new AtomicInteger(sockets.size())));
        }
    }

    private void seen(String eventId) {
        Expected event = expected.get(eventId);
        if (event != null) {
            tally.shown.recordValue(Math.max(0, (System.nanoTime() - event.intended()) / 1000));
            if (event.left().decrementAndGet() == 0) {
                expected.remove(eventId);
            }
        }
    }

    private String signIn() throws IOException, InterruptedException {
        Map<String, String> words = Map.of(
                "username", settings.teacher().username(),
                "password", settings.teacher().password());
        HttpRequest request = HttpRequest.newBuilder(settings.events().resolve("/api/v1/session"))
                .timeout(OPENING)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(words)))
                .build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        return answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException("the teacher cannot sign in: status " + answer.statusCode()))
                .split(";", 2)[0];
    }

    private WebSocket openOne(String cookie) throws Exception {
        URI events = settings.events();
        String scheme = events.getScheme().equals("https") ? "wss" : "ws";
        URI live = URI.create(scheme + "://" + events.getRawAuthority() + "/ws/connect?class="
                + settings.teacher().classId());
        FrameReader reader = new FrameReader(this::seen);
        WebSocket socket = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .connectTimeout(OPENING)
                .buildAsync(live, reader)
                .get(OPENING.toSeconds(), TimeUnit.SECONDS);
        reader.firstFrame().get(OPENING.toSeconds(), TimeUnit.SECONDS);
        return socket;
    }

    /** Waits a moment for the frames of what was sent last. */
    void awaitLastFrames() throws InterruptedException {
        long end = System.nanoTime() + LAST_FRAMES.toNanos();
        while (!expected.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
        client.shutdownNow();
    }

    private record Expected(long intended, AtomicInteger left) {}
}
