package io.cellmonitor.operate;

import io.cellmonitor.problem.ProblemResponse;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body that says it is too long gets a problem; Quarkus would answer 413 with nothing in it. */
@ApplicationScoped
class BodyLimit {

    /** Behind CORS (300), so that the answer has its headers; in front of Quarkus's own check. */
    private static final int PRIORITY = 250;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        if (length(context) <= limit) {
            context.next();
            return;
        }
        // The rest of the body is not read, so the connection cannot go on.
        context.response().putHeader("Connection", "close");
        JsonObject members = new JsonObject().put("limit", limit + " bytes");
        ProblemResponse.send(context, 413, "Content Too Large", "The body is too long.", members);
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
