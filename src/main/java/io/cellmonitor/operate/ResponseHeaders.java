package io.cellmonitor.operate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Security headers on every answer, and what browsers may keep: hashed assets for ever, the page never unasked, data not at all. */
@ApplicationScoped
class ResponseHeaders {

    /** In front of every other filter, so that their answers have them too. */
    private static final int PRIORITY = 1000;

    /** {@code 'self'} covers the WebSocket of the same origin (CSP 3). */
    private static final String POLICY =
            "default-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(ResponseHeaders::filter, PRIORITY);
    }

    private static void filter(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        String path = context.request().path();
        // At the end, for the handler of static files sets its own.
        context.addHeadersEndHandler(ignored ->
                headers.set("Cache-Control", caching(path, context.response().getStatusCode())));
        context.next();
    }

    private static String caching(String path, int status) {
        boolean found = status == 200 || status == 206 || status == 304;
        if (path.startsWith("/dashboard/assets/") && found) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/dashboard") ? "no-cache" : "no-store";
    }
}
