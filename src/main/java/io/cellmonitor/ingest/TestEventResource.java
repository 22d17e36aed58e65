package io.cellmonitor.ingest;

import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** For end-to-end tests: takes and answers like {@link EventResource}, but nothing reaches the log. Off in production. */
@Path("/api/v1/test/events/{test_id:[A-Za-z0-9_-]{1,64}}")
@RolesAllowed({Roles.SENDER, Roles.STUDENT})
public final class TestEventResource {

    private final EventRequests requests;
    private final TestEvents events;
    private final SecurityIdentity identity;
    private final boolean isOn;

    TestEventResource(
            EventRequests requests,
            TestEvents events,
            SecurityIdentity identity,
            @ConfigProperty(name = "cell-monitor.test-route", defaultValue = "false") boolean testRoute,
            @ConfigProperty(name = "cell-monitor.demo", defaultValue = "false") boolean demo) {
        this.requests = requests;
        this.events = events;
        this.identity = identity;
        this.isOn = testRoute || demo || LaunchMode.current() != LaunchMode.NORMAL;
    }

    /** One event, or an array of 1 to 500, in any dialect. */
    @POST
    @APIResponse(responseCode = "202", description = "All that is accepted is durable")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> receive(
            @PathParam("test_id") String testId,
            @Context RoutingContext context,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding) {
        if (!isOn) {
            return Uni.createFrom().failure(Problem.notFound("there is no such route"));
        }
        return requests.answer(
                context, contentEncoding, identity, (taken, sender) -> events.add(testId, taken.events()));
    }

    /** What the test sent in the last ten minutes, as it would be stored: {@code {"test_id","events":[...]}}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> events(@PathParam("test_id") String testId) {
        if (!isOn) {
            return Uni.createFrom().failure(Problem.notFound("there is no such route"));
        }
        return events.all(testId).map(all -> {
            if (all.isEmpty()) {
                throw Problem.notFound("there are no events of this test");
            }
            return "{\"test_id\":\"" + testId + "\",\"events\":[" + String.join(",", all) + "]}";
        });
    }
}
