package io.cellmonitor.ingest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Reads the bodies of the routes on which events come in, and answers one that is too large with a problem, whether or not it announced its
 * length. (The framework's own limit ends such a request with an empty answer.)
 */
@Singleton
final class BodyLimit {

    /** Behind CORS (-300), so that the answer carries its headers. */
    private static final int ORDER = -250;

    private static final List<String> ROUTES = List.of("/api/v1/events", "/student-progress", "/api/v1/test/events/*");

    void register(@Observes Router router) {
        BodyHandler reading = BodyHandler.create(false).setBodyLimit(RequestBody.MOST_SENT);
        for (String path : ROUTES) {
            router.post(path).order(ORDER).handler(reading).failureHandler(BodyLimit::refuse);
        }
    }

    /** The body that was read; empty when there was none. */
    static byte[] body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private static void refuse(RoutingContext context) {
        if (context.statusCode() != 413 || context.response().headWritten()) {
            context.next();
            return;
        }
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
