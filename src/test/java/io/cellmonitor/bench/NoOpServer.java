package io.cellmonitor.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** Baseline: a bare Vert.x server that reads each body and answers 202. Argument: its port. */
final class NoOpServer {

    private static final Buffer ANSWER = Buffer.buffer("{\"status\":\"received\"}");

    private NoOpServer() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx().deployVerticle(() -> new Listener(port), new DeploymentOptions().setInstances(loops));
    }

    private static final class Listener extends AbstractVerticle {

        private final int port;

        Listener(int port) {
            this.port = port;
        }

        @Override
        public void start() {
            vertx.createHttpServer()
                    .requestHandler(request -> request.body()
                            .onSuccess(body -> request.response()
                                    .setStatusCode(202)
                                    .putHeader("Content-Type", "application/json")
                                    .end(ANSWER)))
                    .listen(port, "127.0.0.1");
        }
    }
}
