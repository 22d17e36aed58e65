package io.cellmonitor.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says when an answer left, in milliseconds since 1970, to whoever sends events or fetches a token: a student's server learns from it how far its
 * clock is from ours, more finely than from {@code Date}. Also on refusals, and on the short way.
 */
@ApplicationScoped
class AnswerTime {

    static final String HEADER = "Cell-Monitor-Time";

    /** In front of all filters that refuse. */
    private static final int PRIORITY = 999;

    void register(@Observes Filters filters) {
        filters.register(AnswerTime::filter, PRIORITY);
    }

    private static void filter(RoutingContext context) {
        if (SenderRoutes.contains(context) || SenderRoutes.givesTokens(context)) {
            HttpServerResponse response = context.response();
            context.addHeadersEndHandler(
                    ignored -> response.putHeader(HEADER, Long.toString(System.currentTimeMillis())));
        }
        context.next();
    }
}
