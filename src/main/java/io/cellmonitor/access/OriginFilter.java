package io.cellmonitor.access;

import io.cellmonitor.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what another site's page makes a browser send: changes and WebSockets with a foreign Origin (beside SameSite=Strict), and the
 * open door from anywhere but this machine. Reading across sites is CORS's business.
 */
@ApplicationScoped
class OriginFilter {

    /** In front of CORS (300) and authentication (200). */
    private static final int PRIORITY = 400;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OpenDoor openDoor;

    OriginFilter(OpenDoor openDoor) {
        this.openDoor = openDoor;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (openDoor.isFor(request)) {
            if (openDoor.admit(request).isEmpty()) {
                refuse(context, "Without a credential, events are taken from this machine only.");
                return;
            }
        } else if (changes(request) && !SenderRoutes.contains(request.path()) && isForeign(request)) {
            refuse(context, "Requests from other sites' pages are not accepted.");
            return;
        }
        context.next();
    }

    private static boolean changes(HttpServerRequest request) {
        return !READING.contains(request.method()) || request.getHeader("Upgrade") != null;
    }

    private static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            URI page = URI.create(origin);
            // Not the header Host, which HTTP/2 has not.
            HostAndPort here = request.authority();
            return page.getHost() == null
                    || here == null
                    || !page.getHost().equalsIgnoreCase(here.host())
                    || page.getPort() != here.port();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static void refuse(RoutingContext context, String detail) {
        ProblemResponse.send(context, 403, "Forbidden", detail);
    }
}
