package io.cellmonitor.operate;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * At the end requests that have begun are answered before the rest stops. Quarkus's own {@code quarkus.shutdown.timeout} is not used: it counts a
 * request that became a WebSocket as open for ever, so that whoever once had a screen would always wait for its whole time limit.
 */
@ApplicationScoped
class OpenRequests {

    private static final Logger LOGGER = Logger.getLogger(OpenRequests.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** In front of every other filter: what waits in one of them is open too. */
    private static final int PRIORITY = 2_000;

    /** To whoever comes still: what begins now could be cut off with its connection, and nobody would know whether it was taken. */
    private static final HttpProblem ENDED = Problem.unavailable("this instance has ended", Duration.ofSeconds(1));

    private final CountDownLatch allAnswered = new CountDownLatch(1);
    private int open;
    private boolean ending;
    private boolean ended;

    void register(@Observes Filters filters) {
        filters.register(this::count, PRIORITY);
    }

    /** How many have begun and are not answered; sockets are none. */
    synchronized int open() {
        return open;
    }

    private void count(RoutingContext context) {
        // A socket that is refused is answered at once, one that is opened is told of the end by others.
        if (!"websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
            context.addHeadersEndHandler(headers -> sayWhetherItEnds(context));
            if (!begins()) {
                ProblemResponse.send(context, ENDED);
                return;
            }
            context.addEndHandler(ended -> end());
        }
        context.next();
    }

    /** So that no sender's next request comes on a connection that is about to be cut. */
    private void sayWhetherItEnds(RoutingContext context) {
        if (isEnding()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Whether it waits for the last ones. */
    synchronized boolean isEnding() {
        return ending;
    }

    /** False when the last one has been answered. */
    private synchronized boolean begins() {
        open += ended ? 0 : 1;
        return !ended;
    }

    private synchronized void end() {
        open--;
        endIfAllAreAnswered();
    }

    private synchronized void endSoon() {
        ending = true;
        endIfAllAreAnswered();
    }

    private void endIfAllAreAnswered() {
        if (ending && open == 0) {
            ended = true;
            allAnswered.countDown();
        }
    }

    /** After screens were told, in front of all that requests need. */
    void await(@Observes @Priority(5_000) ShutdownDelayInitiatedEvent event) throws InterruptedException {
        endSoon();
        if (!allAnswered.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOGGER.warnf("%d requests are not answered after %d s and are given up", open(), LIMIT.toSeconds());
        }
        giveUp();
    }

    private synchronized void giveUp() {
        ended = true;
    }
}
