package io.cellmonitor.ingest;

import io.cellmonitor.access.Roles;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The older name of {@link EventResource}. A class of its own: a path shared by all would hide routes behind longer ones. */
@Path("/student-progress")
@RolesAllowed({Roles.SENDER, Roles.STUDENT})
@Consumes(MediaType.APPLICATION_JSON)
public final class StudentProgressResource {

    private final EventResource events;

    StudentProgressResource(EventResource events) {
        this.events = events;
    }

    /** One event, or an array of 1 to 500, in any dialect. */
    @POST
    @APIResponse(responseCode = "202", description = "All that is accepted is durable")
    public Uni<Response> receive(
            @Context RoutingContext context,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(SentAt.HEADER) @Nullable String sentAt) {
        return events.receive(context, contentEncoding, sentAt);
    }
}
