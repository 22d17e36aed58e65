package io.cellmonitor.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** WebSockets that read all that comes and count the events in it. */
final class Dashboards implements AutoCloseable {

    private static final String EVENT_ID = "\"eventId\":\"";
    private static final int FASTEST_OPENING_MS = 5;

    private final WebSocketClient client;
    private final List<WebSocket> sockets = new ArrayList<>();
    private final AtomicLong closed = new AtomicLong();
    final LongAdder events = new LongAdder();
    final LongAdder frames = new LongAdder();
    final LongAdder characters = new LongAdder();
    private volatile @Nullable Consumer<String> listener;

    Dashboards(Vertx vertx) {
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(1 << 24)
                .setMaxMessageSize(1 << 28)
                .setMaxConnections(2_000));
    }

    /** {@code listener} gets the id of every event on every dashboard, on any thread. */
    void listen(Consumer<String> listener) {
        this.listener = listener;
    }

    void open(int count, int port, String path, String cookie) throws Exception {
        for (int i = 0; i < count; i++) {
            WebSocketConnectOptions options = new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI(path)
                    .addHeader("Cookie", cookie);
            sockets.add(client.connect(options)
                    .onSuccess(socket -> {
                        socket.textMessageHandler(this::read);
                        socket.closeHandler(gone -> closed.incrementAndGet());
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS));
            Thread.sleep(Duration.ofMillis(FASTEST_OPENING_MS));
        }
    }

    /** Dashboards that the server has closed. */
    long closed() {
        return closed.get();
    }

    private void read(String frame) {
        frames.increment();
        characters.add(frame.length());
        Consumer<String> told = listener;
        int found = 0;
        for (int at = frame.indexOf(EVENT_ID); at >= 0; at = frame.indexOf(EVENT_ID, at + EVENT_ID.length())) {
            found++;
            if (told != null) {
                int begin = at + EVENT_ID.length();
                told.accept(frame.substring(begin, frame.indexOf('"', begin)));
            }
        }
        events.add(found);
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::close);
        client.close();
    }
}
