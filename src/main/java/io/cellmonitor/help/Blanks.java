package io.cellmonitor.help;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** A blank every 25 s in front of a JSON answer that is a long time coming, so that no proxy between takes the connection for dead. */
final class Blanks {

    private static final long EVERY_MILLIS = 25_000;

    private final Vertx vertx;
    private final long timer;

    private Blanks(RoutingContext context) {
        HttpServerResponse response = context.response();
        vertx = context.vertx();
        timer = vertx.setPeriodic(EVERY_MILLIS, fired -> write(response));
    }

    /** To be called on the request's event loop; the timer runs there too. */
    static Blanks on(RoutingContext context) {
        return new Blanks(context);
    }

    private void write(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            stop();
            return;
        }
        if (!response.headWritten()) {
            response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        response.write(" ");
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
