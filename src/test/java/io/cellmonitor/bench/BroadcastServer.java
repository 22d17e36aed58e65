package io.cellmonitor.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/**
 * Baseline: a bare Vert.x server that gives one text to every WebSocket, again and again, as fast as each takes it. Arguments: its port, the text's
 * length.
 */
final class BroadcastServer {

    private BroadcastServer() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        String begin = "{\"eventId\":\"";
        String text = begin + "x".repeat(Math.max(1, Integer.parseInt(arguments[1]) - begin.length() - 2)) + "\"}";
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx().deployVerticle(() -> new Listener(port, text), new DeploymentOptions().setInstances(loops));
    }

    private static final class Listener extends AbstractVerticle {

        private final int port;
        private final String text;

        Listener(int port, String text) {
            this.port = port;
            this.text = text;
        }

        @Override
        public void start() {
            vertx.createHttpServer().webSocketHandler(this::feed).listen(port, "127.0.0.1");
        }

        private void feed(ServerWebSocket socket) {
            socket.exceptionHandler(gone -> {});
            socket.drainHandler(drained -> write(socket));
            write(socket);
        }

        private void write(ServerWebSocket socket) {
            while (!socket.isClosed() && !socket.writeQueueFull()) {
                socket.writeTextMessage(text);
            }
        }
    }
}
