package io.cellmonitor.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A bare Vert.x server in place of InfluxDB 2.x: it has the bucket that is asked for and takes what is written. The first lines it keeps in a file.
 * Arguments: its port, the file.
 */
final class LineSinkServer {

    private static final int KEPT_CHARACTERS = 1_000_000;
    private static final Buffer BUCKET =
            Buffer.buffer("{\"buckets\":[{\"id\":\"0000000000000001\",\"retentionRules\":[]}]}");
    private static final Buffer NO_ROWS = Buffer.buffer("{\"results\":[{\"statement_id\":0}]}");

    private LineSinkServer() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Sample sample = new Sample(Path.of(arguments[1]));
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx().deployVerticle(() -> new Listener(port, sample), new DeploymentOptions().setInstances(loops));
    }

    /** Whole bodies until there are enough. Safe from any thread. */
    private static final class Sample {

        private final Path file;
        private final StringBuilder lines = new StringBuilder();
        private volatile boolean full;

        Sample(Path file) {
            this.file = file;
        }

        void take(Buffer body) {
            if (!full) {
                keep(body.toString());
            }
        }

        private synchronized void keep(String body) {
            lines.append(body.stripTrailing()).append('\n');
            if (full || lines.length() < KEPT_CHARACTERS) {
                return;
            }
            full = true;
            try {
                Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), lines);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Listener extends AbstractVerticle {

        private final int port;
        private final Sample sample;

        Listener(int port, Sample sample) {
            this.port = port;
            this.sample = sample;
        }

        @Override
        public void start() {
            vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                    .listen(port, "127.0.0.1");
        }

        private void answer(HttpServerRequest request, Buffer body) {
            if (request.path().equals("/api/v2/write")) {
                sample.take(body);
                request.response().setStatusCode(204).end();
                return;
            }
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(request.path().equals("/query") ? NO_ROWS : BUCKET);
        }
    }
}
