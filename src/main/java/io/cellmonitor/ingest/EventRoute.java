package io.cellmonitor.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.Sender;
import io.cellmonitor.access.SenderKeys;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.problem.ProblemResponse;
import io.cellmonitor.trace.RequestTrace;
import io.cellmonitor.trace.Tracing;
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

    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;
    private static final int INTERNAL_ERROR = 500;

    private final SenderKeys keys;
    private final EventRequests requests;
    private final SealedAppend log;
    private final EventCounts counts;
    private final Tracing tracing;
    private final ObjectMapper json;

    EventRoute(
            SenderKeys keys,
            EventRequests requests,
            SealedAppend log,
            EventCounts counts,
            Tracing tracing,
            ObjectMapper json) {
        this.keys = keys;
        this.requests = requests;
        this.log = log;
        this.counts = counts;
        this.tracing = tracing;
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
        RequestTrace trace = tracing.request(request.getHeader(EventResource.TRACEPARENT));
        Instant sent = SentAt.of(request.getHeader(SentAt.HEADER));
        requests.take(
                        context,
                        request.getHeader("Content-Encoding"),
                        sender.get(),
                        (taken, known) -> log.append(taken, known, sent, trace))
                .subscribe()
                .with(taken -> accept(context, taken, trace), failure -> refuse(context, failure, trace));
    }

    private void accept(RoutingContext context, Taken taken, RequestTrace trace) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        try {
            response.setStatusCode(ACCEPTED)
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(json.writeValueAsBytes(Answers.content(taken))));
            trace.end(ACCEPTED);
        } catch (JsonProcessingException e) {
            refuse(context, e, trace);
        }
    }

    /** What the sender could mend was refused before anything was done: the resource says it once more, in its words, and traces it. */
    private void refuse(RoutingContext context, Throwable failure, RequestTrace trace) {
        if (failure instanceof HttpProblem problem) {
            int status = problem.getStatusCode();
            if (status < INTERNAL_ERROR && status != TOO_MANY) {
                context.next();
            } else {
                counts.refused();
                ProblemResponse.send(context, problem);
                trace.end(status);
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
        trace.end(INTERNAL_ERROR);
    }
}
