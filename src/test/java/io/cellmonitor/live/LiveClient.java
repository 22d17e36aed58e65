package io.cellmonitor.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A dashboard without a screen, over a real socket. Its receive buffer is small, so that what it does not read stays with the server. */
final class LiveClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Vertx VERTX = Vertx.vertx();
    private static final WebSocketClient CLIENT = VERTX.createWebSocketClient(new WebSocketClientOptions()
            .setReceiveBufferSize(16 * 1024)
            .setMaxFrameSize(1 << 20)
            .setMaxMessageSize(1 << 27));

    private final FrameStore store = new FrameStore();
    private final WebSocket socket;
    private volatile boolean closed;

    private LiveClient(WebSocket socket, FrameStore known) {
        this.socket = socket;
        store.goOnFrom(known);
        socket.textMessageHandler(this::receive);
        socket.closeHandler(gone -> closed = true);
    }

    /** Opens {@code /ws/connect} with this query and these headers. */
    static LiveClient open(String query, Map<String, String> headers) {
        return open(query, headers, new FrameStore());
    }

    /** The same, knowing what {@code known} knows, as after a reconnect. */
    static LiveClient open(String query, Map<String, String> headers, FrameStore known) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI("/ws/connect?" + query);
        headers.forEach(options::addHeader);
        // The handlers must be there before the first frame: on the client's own event loop.
        return CLIENT.connect(options)
                .map(socket -> new LiveClient(socket, known))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The HTTP status with which the upgrade is refused. */
    static int refusal(String query, Map<String, String> headers) {
        return rejection(query, headers).getStatus();
    }

    /** The answer with which the upgrade is refused. */
    static UpgradeRejectedException rejection(String query, Map<String, String> headers) {
        try (LiveClient client = open(query, headers)) {
            throw new AssertionError("the upgrade was let through");
        } catch (CompletionException e) {
            if (e.getCause() instanceof UpgradeRejectedException refused) {
                return refused;
            }
            throw e;
        }
    }

    private synchronized void receive(String text) {
        store.receive(text);
    }

    void send(String text) {
        socket.writeTextMessage(text);
    }

    void suspend() {
        socket.pause();
    }

    void wake() {
        socket.resume();
    }

    synchronized String at() {
        return store.at();
    }

    synchronized List<JsonNode> frames() {
        return List.copyOf(store.frames);
    }

    synchronized List<JsonNode> frames(String type) {
        return store.frames.stream().filter(frame -> isA(type, frame)).toList();
    }

    synchronized List<JsonNode> events() {
        return store.frames.stream()
                .flatMap(frame -> frame.path("events").valueStream())
                .toList();
    }

    boolean saw(Map<String, Object> sent) {
        return events().stream().anyMatch(it -> it.path("eventId").asText().equals(sent.get("eventId")));
    }

    void awaitSeen(Map<String, Object> sent) {
        Awaitility.await().atMost(LIMIT).until(() -> saw(sent));
    }

    synchronized String state() {
        return store.state().toString();
    }

    FrameStore store() {
        return store;
    }

    /** As the frames up to now tell of that student. */
    synchronized JsonNode student(String id) {
        return store.state().get("students").get(id);
    }

    /** Waits until a frame of the type has it. */
    JsonNode await(String type, Predicate<JsonNode> wanted) {
        return Awaitility.await("a " + type)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> frames(type).stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    JsonNode await(String type) {
        return await(type, frame -> true);
    }

    void awaitClosed() {
        Awaitility.await("the server closes").atMost(LIMIT).until(() -> closed);
    }

    static boolean isA(String type, JsonNode frame) {
        return frame.path("type").asText().equals(type);
    }

    @Override
    public void close() {
        socket.close();
    }
}
