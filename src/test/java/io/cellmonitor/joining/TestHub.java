package io.cellmonitor.joining;

import io.cellmonitor.access.DemoClass;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A stand-in for a JupyterHub's {@code /hub/api/user}, answering as JupyterHub 6.1.1 was seen to, which fails as told. */
public final class TestHub implements QuarkusTestResourceLifecycleManager {

    static final String NAME = "hub";
    static final String USER = "hanako";
    static final String TOKEN = "3f7c0d7b6d1f4d0a9b8c7d6e5f4a3b2c";
    static final String SERVICE_TOKEN = "service-token";

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final AtomicInteger FAILING = new AtomicInteger();
    private static final ConcurrentLinkedQueue<String> LOGGED = new ConcurrentLinkedQueue<>();

    private Vertx vertx;

    /** How often it was asked. */
    static int asked() {
        return ASKED.get();
    }

    /** The next questions are answered with 503. */
    static void failNext(int questions) {
        FAILING.set(questions);
    }

    /** What the application has logged. */
    static List<String> logged() {
        return List.copyOf(LOGGED);
    }

    @Override
    public Map<String, String> start() {
        Logger.getLogger("").addHandler(new Listening());
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(TestHub::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of("cell-monitor.hubs-file", file(server.actualPort()).toString());
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Path file(int port) {
        try {
            JsonArray hubs = new JsonArray().add(hub(NAME, port)).add(hub("away", 1));
            return Files.writeString(Files.createTempFile("hubs", ".json"), hubs.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject hub(String name, int port) {
        return new JsonObject()
                .put("name", name)
                .put("api", "http://127.0.0.1:" + port + "/hub/api")
                .put("realm", "demo")
                .put("class", DemoClass.ID.toString());
    }

    private static void answer(HttpServerRequest request) {
        ASKED.incrementAndGet();
        if (FAILING.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            request.response().setStatusCode(503).end();
        } else if (!request.path().equals("/hub/api/user")) {
            request.response().setStatusCode(404).end();
        } else if (("token " + TOKEN).equals(request.getHeader("Authorization"))) {
            request.response()
                    .end(new JsonObject()
                            .put("kind", "user")
                            .put("name", USER)
                            .put("groups", new JsonArray())
                            .encode());
        } else if (("token " + SERVICE_TOKEN).equals(request.getHeader("Authorization"))) {
            request.response()
                    .end(new JsonObject()
                            .put("kind", "service")
                            .put("name", "grader")
                            .encode());
        } else {
            request.response()
                    .setStatusCode(403)
                    .end(new JsonObject()
                            .put("status", 403)
                            .put("message", "Forbidden")
                            .encode());
        }
    }

    private static final class Listening extends Handler {

        @Override
        public void publish(LogRecord line) {
            LOGGED.add(
                    line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
