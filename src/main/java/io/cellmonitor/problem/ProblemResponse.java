package io.cellmonitor.problem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Ends a request with a problem where no JAX-RS mapper is reached: in filters and failure handlers of routes. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Answers unless the answer has already begun; {@code detail} is for people and holds no student's words. */
    public static void send(RoutingContext context, int status, String title, String detail) {
        send(context, status, title, detail, new JsonObject());
    }

    /** As above, with further members ({@code limit}, {@code field}). */
    public static void send(RoutingContext context, int status, String title, String detail, JsonObject members) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .mergeIn(members);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toBuffer());
    }
}
