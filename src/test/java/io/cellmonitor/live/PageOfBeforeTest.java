package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen that comes back asks for has been asked for before. */
class PageOfBeforeTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PAGE = """
            <script type="module" crossorigin src="/dashboard/assets/first-view.js"></script>
            <link rel="stylesheet" crossorigin href="/dashboard/assets/first-view.css">
            <link rel="icon" href="https://elsewhere.example/assets/mark.svg">""";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final PageOfBefore page = new PageOfBefore(vertx);
    private HttpServer server;

    @BeforeEach
    void listen() throws ExecutionException, InterruptedException {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.add(request.path());
                    request.response()
                            .setStatusCode(request.path().startsWith("/api") ? 401 : 200)
                            .end(request.path().equals("/dashboard/") ? PAGE : "");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private void starts(String host, int port) {
        page.onStart(new HttpServerStart(new HttpServerOptions().setHost(host).setPort(port)));
    }

    @Test
    void thePageItsPartsAndWhoLooksAreAskedForOnceTheServerListens() {
        CompletableFuture<Void> served = page.serve().subscribeAsCompletionStage();
        assertThat(served).isNotDone();
        starts("0.0.0.0", server.actualPort());
        assertThat(served).succeedsWithin(LIMIT);
        assertThat(asked)
                .containsExactly(
                        "/dashboard/",
                        "/dashboard/assets/first-view.js",
                        "/dashboard/assets/first-view.css",
                        "/api/v1/session");
    }

    @Test
    void aServerThatDoesNotAnswerIsNoFailure() {
        starts("127.0.0.1", 1);
        assertThat(page.serve().subscribeAsCompletionStage()).succeedsWithin(LIMIT);
        assertThat(asked).isEmpty();
    }
}
