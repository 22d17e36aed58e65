package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Asks senders to come again while no key was ever read, because both stores were away since the start. "401" would tell them that their key
 * is wrong.
 */
@ApplicationScoped
class KeysNotLoaded {

    /** Behind CORS (300), so that the answer has its headers; in front of authentication (200). */
    private static final int PRIORITY = 240;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CachedClassDirectory directory;

    KeysNotLoaded(CachedClassDirectory directory) {
        this.directory = directory;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        if (directory.isLoaded() || !needsKeys(context.request())) {
            context.next();
            return;
        }
        ProblemResponse.send(context, Problem.unavailable("The keys of senders are not loaded yet.", RETRY_AFTER));
    }

    private static boolean needsKeys(HttpServerRequest request) {
        return request.getHeader("Authorization") != null && request.method() != HttpMethod.OPTIONS;
    }
}
