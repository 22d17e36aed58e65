package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Ends a request with a problem where no JAX-RS mapper is reached: in filters and failure handlers of routes. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Answers unless the answer has already begun. */
    public static void send(RoutingContext context, HttpProblem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        // What is left of the body is not read, so the connection cannot go on. (HTTP/2 has streams, and no such
        // header.)
        if (!context.request().isEnded() && context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                .end(members(problem).toBuffer());
    }

    private static JsonObject members(HttpProblem problem) {
        JsonObject members = new JsonObject()
                .put("type", Problem.UNTYPED.toString())
                .put("title", problem.getTitle())
                .put("status", problem.getStatusCode())
                .put("detail", problem.getDetail());
        problem.getParameters().forEach(members::put);
        return members;
    }
}
