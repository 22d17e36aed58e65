package io.cellmonitor.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Baseline: a bare Vert.x server that gives one text to every WebSocket, again and again, as fast as each takes it, once all are there. Arguments:
 * its port, the text's length, the number of WebSockets.
 */
final class BroadcastServer {

    private BroadcastServer() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        String begin = "{\"eventId\":\"";
        String text = begin + "x".repeat(Math.max(1, Integer.parseInt(arguments[1]) - begin.length() - 2)) + "\"}";
        Audience audience = new Audience(Integer.parseInt(arguments[2]));
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new Listener(port, text, audience), new DeploymentOptions().setInstances(loops));
    }

    /** Waits until all have come: who is served already would leave no time for the others to come in. Safe from any thread. */
    private static final class Audience {

        private final int wanted;
        private final List<Runnable> waiting = new ArrayList<>();

        Audience(int wanted) {
            this.wanted = wanted;
        }

        synchronized void join(Runnable begin) {
            waiting.add(begin);
            if (waiting.size() == wanted) {
                waiting.forEach(Runnable::run);
                waiting.clear();
            }
        }
    }

    private static final class Listener extends AbstractVerticle {

        private final int port;
        private final String text;
        private final Audience audience;

        Listener(int port, String text, Audience audience) {
            this.port = port;
            this.text = text;
            this.audience = audience;
        }

        @Override
        public void start() {
            vertx.createHttpServer().webSocketHandler(this::feed).listen(port, "127.0.0.1");
        }

        private void feed(ServerWebSocket socket) {
            socket.exceptionHandler(gone -> {});
            socket.drainHandler(drained -> write(socket));
            audience.join(() -> context.runOnContext(all -> write(socket)));
        }

        private void write(ServerWebSocket socket) {
            while (!socket.isClosed() && !socket.writeQueueFull()) {
                socket.writeTextMessage(text);
            }
        }
    }
}
