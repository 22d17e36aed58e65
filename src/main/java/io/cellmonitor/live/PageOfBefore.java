package io.cellmonitor.live;

import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks this instance for what a screen that comes back asks for: the page, its scripts and styles, who is signed in. The first of all requests
 * finds nothing loaded and nothing compiled, and no teacher should be it.
 */
@ApplicationScoped
class PageOfBefore {

    private static final String PAGE = "/dashboard/";
    private static final String SESSION = "/api/v1/session";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final String HERE = "127.0.0.1";
    private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/dashboard/assets/[^\"]+)\"");

    /** Longer nobody waits for it. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final CompletableFuture<HttpServerOptions> listening = new CompletableFuture<>();

    PageOfBefore(Vertx vertx) {
        this.vertx = vertx;
    }

    /** From here on it can be asked. */
    void onStart(@ObservesAsync HttpServerStart start) {
        listening.complete(start.options());
    }

    /** Completes when all of it was served, or could not be in time; never fails. */
    Uni<Void> serve() {
        return Uni.createFrom()
                .completionStage(listening)
                .chain(this::ask)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> ask(HttpServerOptions server) {
        HttpClient client = vertx.createHttpClient();
        return get(client, server, PAGE)
                .onItem()
                .transformToMulti(page -> Multi.createFrom().items(Stream.concat(parts(page), Stream.of(SESSION))))
                .onItem()
                .transformToUniAndConcatenate(path -> get(client, server, path))
                .collect()
                .last()
                .onTermination()
                .invoke(client::close)
                .replaceWithVoid();
    }

    private static Stream<String> parts(String page) {
        return PART.matcher(page).results().map((MatchResult found) -> found.group(1));
    }

    private static Uni<String> get(HttpClient client, HttpServerOptions server, String path) {
        String host = EVERYWHERE.equals(server.getHost()) ? HERE : server.getHost();
        return Uni.createFrom()
                .completionStage(() -> client.request(HttpMethod.GET, server.getPort(), host, path)
                        .compose(request -> request.putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, br")
                                .send())
                        .compose(HttpClientResponse::body)
                        .map(body -> body.toString())
                        .toCompletionStage());
    }
}
