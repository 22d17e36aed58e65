package io.cellmonitor.ingest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers a body that announces itself as too large with a problem, before any of it is read. (One that does not is stopped by
 * {@code quarkus.http.limits.max-body-size} while it is read.)
 */
@Singleton
final class BodyLimit {

    /** Behind CORS (300), so that the answer carries its headers. */
    private static final int PRIORITY = 250;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::filter, PRIORITY);
    }

    private static void filter(RoutingContext context) {
        if (announced(context.request()) > RequestBody.MOST_SENT) {
            tooLarge(context);
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static void tooLarge(RoutingContext context) {
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", "Content Too Large")
                .put("status", 413)
                .put("detail", "the body is too large")
                .put("field", "body")
                .put("limit", RequestBody.MOST_SENT + " bytes as sent");
        // The rest of the body is not read, so the connection cannot be used again.
        context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(problem.toBuffer());
    }
}
