package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site's page makes a browser send: changes and WebSockets with a foreign Origin (beside SameSite=Strict), anything
 * from an Origin that is not allowed, and the open door from anywhere but this machine. What may be read across sites is CORS's business.
 */
@ApplicationScoped
class OriginFilter {

    /** In front of CORS (300) and authentication (200). */
    private static final int PRIORITY = 400;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OpenDoor openDoor;
    private final AllowedPages allowed;

    OriginFilter(OpenDoor openDoor, AllowedPages allowed) {
        this.openDoor = openDoor;
        this.allowed = allowed;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        refusal(context).ifPresentOrElse(problem -> ProblemResponse.send(context, problem), context::next);
    }

    private Optional<HttpProblem> refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (openDoor.isFor(context)) {
            return openDoor.admit(context).isPresent() ? Optional.empty() : Optional.of(shutDoor(request));
        }
        if (!PageOrigin.isForeign(request)) {
            return Optional.empty();
        }
        if (changes(request) && !SenderRoutes.contains(context)) {
            return Optional.of(Problem.forbidden(
                    "Origin", "Requests from other sites' pages are not accepted.", "the application's own origin"));
        }
        return allowed.contain(request.getHeader("Origin"))
                ? Optional.empty()
                : Optional.of(Problem.forbidden(
                        "Origin",
                        "Pages of this origin may send nothing.",
                        "an origin of cell-monitor.allowed-origins"));
    }

    private static HttpProblem shutDoor(HttpServerRequest request) {
        return Problem.forbidden(
                Loopback.isOrigin(request) ? "Host" : "Origin",
                "Without a credential, events are taken from this machine only.",
                "localhost, 127.0.0.1 or [::1], or an API key");
    }

    private static boolean changes(HttpServerRequest request) {
        return !READING.contains(request.method()) || request.getHeader("Upgrade") != null;
    }
}
