package io.cellmonitor.joining;

import io.cellmonitor.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks a JupyterHub whose a token is ({@code GET /hub/api/user}). Never blocks; safe from any thread. A token stands in no log, no address and no
 * error's text, and goes to no other host: redirects are not followed.
 */
@Singleton
final class HubClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HubClient.class);
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int RETRIES = 2;
    private static final int CONNECTIONS = 16;
    private static final int WAITING = 1_000;

    private final WebClient client;

    /** The hub did not say whose it is. Its message holds nothing but a status or a class. */
    private static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message, null, false, false);
        }
    }

    HubClient(Vertx vertx) {
        WebClientOptions options = new WebClientOptions()
                .setUserAgentEnabled(false)
                .setFollowRedirects(false)
                .setConnectTimeout((int) EACH.toMillis());
        options.setMaxWaitQueueSize(WAITING);
        this.client = WebClient.wrap(
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS)), options);
    }

    /** Fails with a problem: 401 when the hub does not know the token, 503 when it does not answer, after three tries. */
    Uni<HubUser> whose(Hub hub, String token) {
        return Uni.createFrom()
                .deferred(() -> ask(hub, token))
                .onFailure(NoAnswer.class)
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(1))
                .withJitter(0.5)
                .atMost(RETRIES)
                .ifNoItem()
                .after(ALL)
                .fail()
                .onFailure(failure -> !(failure instanceof HttpProblem))
                .transform(failure -> unavailable(hub, failure));
    }

    private Uni<HubUser> ask(Hub hub, String token) {
        return client.getAbs(hub.api() + "/user")
                .timeout(EACH.toMillis())
                .putHeader("Authorization", "token " + token)
                .putHeader("Accept", "application/json")
                .send()
                .onFailure()
                .transform(failure -> new NoAnswer(failure.getClass().getSimpleName()))
                .map(HubClient::user);
    }

    private static HubUser user(HttpResponse<Buffer> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw Problem.of(
                    401, "hub_token", "The JupyterHub does not know this token.", "the token of a user's server");
        }
        if (status != 200) {
            throw new NoAnswer("status " + status);
        }
        try {
            return user(response.bodyAsJsonObject());
        } catch (DecodeException | ClassCastException malformed) {
            throw new NoAnswer("no user");
        }
    }

    /** A token of a service of the hub is nobody's. */
    private static HubUser user(JsonObject answer) {
        String name = answer.getString("name");
        if (name == null || name.isBlank() || !"user".equals(answer.getString("kind", "user"))) {
            throw Problem.of(401, "hub_token", "This token is of no user.", "the token of a user's server");
        }
        List<String> groups = answer.getJsonArray("groups", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
        return new HubUser(name, groups);
    }

    private static HttpProblem unavailable(Hub hub, Throwable failure) {
        LOG.warnf(
                "The JupyterHub %s does not say whose a token is: %s",
                hub.name(),
                failure.getCause() instanceof NoAnswer why
                        ? why.getMessage()
                        : failure instanceof NoAnswer that
                                ? that.getMessage()
                                : failure.getClass().getSimpleName());
        return Problem.unavailable("The JupyterHub does not answer.", SOON);
    }

    @Override
    @PreDestroy
    public void close() {
        client.close();
    }
}
