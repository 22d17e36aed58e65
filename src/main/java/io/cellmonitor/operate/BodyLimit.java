package io.cellmonitor.operate;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bodies of all requests, and refuses one that is too long, whether or not it says so. (The framework's own limit ends such a
 * request with an empty answer.)
 */
@ApplicationScoped
class BodyLimit {

    /** Behind CORS (-300), so that the answer carries its headers; in front of Quarkus's own check. */
    private static final int ORDER = -250;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Router router) {
        router.route()
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(limit))
                .failureHandler(this::refuse);
    }

    private void refuse(RoutingContext context) {
        if (context.statusCode() == 413) {
            ProblemResponse.send(context, Problem.of(413, "body", "The body is too large.", limit + " bytes as sent"));
        } else if (isBrokenOff(context)) {
            ProblemResponse.send(
                    context,
                    Problem.badRequest(
                            "body", "The body breaks off, or its chunks are malformed.", "as long as its header says"));
        } else {
            context.next();
        }
    }

    /** The reading failed, and with it the sender's connection, mostly: no error of ours. */
    private static boolean isBrokenOff(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean hasBody = request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
        return hasBody
                && !request.isEnded()
                && context.failure() != null
                && !(context.failure() instanceof HttpProblem);
    }
}
