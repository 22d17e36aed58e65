package io.cellmonitor.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.Sender;
import io.cellmonitor.access.SenderKeys;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The short way of {@link EventResource} for whoever has a key: behind the same filters, but not through authentication and REST, which cost more
 * than all that is done with an event (docs/decisions, speed). Everybody else goes on to the resource, which is the contract of both.
 */
@ApplicationScoped
class EventRoute {

    private static final Logger LOGGER = Logger.getLogger(EventRoute.class);

    /** Behind all filters (the last: -240), in front of authentication (-200). */
    private static final int ORDER = -220;

    private static final int TOO_MANY = 429;
    private static final int INTERNAL_ERROR = 500;

    private final SenderKeys keys;
    private final EventRequests requests;
    private final SealedAppend log;
    private final EventCounts counts;
    private final ObjectMapper json;

    EventRoute(SenderKeys keys, EventRequests requests, SealedAppend log, EventCounts counts, ObjectMapper json) {
        this.keys = keys;
        this.requests = requests;
        this.log = log;
        this.counts = counts;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.post("/api/v1/events").order(ORDER).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Sender> sender = keys.sender(request.getHeader("Authorization"));
        if (sender.isEmpty()) {
            context.next();
            return;
        }
        Instant sent = SentAt.of(request.getHeader(SentAt.HEADER));
        requests.take(
                        context,
                        request.getHeader("Content-Encoding"),
                        sender.get(),
                        (taken, known) -> log.append(taken, known, sent))
                .subscribe()
                .with(taken -> accept(context, taken), failure -> refuse(context, failure));
    }

    private void accept(RoutingContext context, Taken taken) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        try {
            response.setStatusCode(202)
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(json.writeValueAsBytes(Answers.content(taken))));
        } catch (JsonProcessingException e) {
            refuse(context, e);
        }
    }

    /** What the sender could mend was refused before anything was done: the resource says it once more, in its words. */
    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            int status = problem.getStatusCode();
            if (status < INTERNAL_ERROR && status != TOO_MANY) {
                context.next();
            } else {
                counts.refused();
                ProblemResponse.send(context, problem);
            }
            return;
        }
        counts.refused();
        // The class alone: a message could quote what was sent.
        LOGGER.errorf("events were not taken: %s", failure.getClass().getName());
        ProblemResponse.send(
                context,
                HttpProblem.builder()
                        .withStatus(INTERNAL_ERROR)
                        .withTitle("Internal Server Error")
                        .build());
    }
}
