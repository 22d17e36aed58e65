package io.cellmonitor.ingest;

import io.cellmonitor.access.Roles;
import io.cellmonitor.trace.RequestTrace;
import io.cellmonitor.trace.Tracing;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Events in. The answer leaves only after the log has them (promise 1). Whoever has a key comes by {@link EventRoute}. */
@Path("/api/v1/events")
@RolesAllowed({Roles.SENDER, Roles.STUDENT})
@Consumes(MediaType.APPLICATION_JSON)
public final class EventResource {

    /** The header in which a sender may say where its trace begins (W3C Trace Context). */
    static final String TRACEPARENT = "traceparent";

    private final EventRequests requests;
    private final SealedAppend log;
    private final SecurityIdentity identity;
    private final EventCounts counts;
    private final Tracing tracing;

    EventResource(
            EventRequests requests, SealedAppend log, SecurityIdentity identity, EventCounts counts, Tracing tracing) {
        this.requests = requests;
        this.log = log;
        this.identity = identity;
        this.counts = counts;
        this.tracing = tracing;
    }

    /** One event, or an array of 1 to 500, in any dialect. */
    @POST
    @APIResponse(responseCode = "202", description = "All that is accepted is durable")
    public Uni<Response> receive(
            @Context RoutingContext context,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(SentAt.HEADER) @Nullable String sentAt) {
        RequestTrace trace = tracing.request(context.request().getHeader(TRACEPARENT));
        Instant sent = SentAt.of(sentAt);
        return requests.answer(
                        context, contentEncoding, identity, (taken, sender) -> log.append(taken, sender, sent, trace))
                .invoke(answer -> trace.end(answer.getStatus()))
                .onFailure()
                .invoke(failure -> {
                    counts.refused();
                    trace.end(failure instanceof HttpProblem problem ? problem.getStatusCode() : 500);
                });
    }
}
