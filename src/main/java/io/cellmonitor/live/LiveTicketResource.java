package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A single-use ticket for {@code /ws/connect?ticket=}, for clients whose socket cannot carry the cookie. */
@Path("/api/v1/live/ticket")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TEACHER, Roles.ADMIN})
public class LiveTicketResource {

    /**
     * A ticket.
     *
     * @param expiresIn seconds
     */
    @RegisterForReflection
    public record Ticket(String ticket, long expiresIn) {}

    private final Membership membership;
    private final LiveTickets tickets;
    private final SecurityIdentity identity;

    LiveTicketResource(Membership membership, LiveTickets tickets, SecurityIdentity identity) {
        this.membership = membership;
        this.tickets = tickets;
        this.identity = identity;
    }

    /** A ticket for one class of the caller. */
    @POST
    @APIResponseSchema(value = Ticket.class, responseCode = "201")
    @NonBlocking
    public Response issue(@QueryParam("class") @Nullable UUID classId) {
        if (classId == null) {
            throw Problem.invalid("class", "Name the class.", "a class id");
        }
        SignedIn caller = membership.requireTeacherOf(identity, classId);
        String ticket = tickets.issue(LivePlace.of(classId, caller));
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new Ticket(ticket, LiveTickets.LIFE.toSeconds()))
                .build();
    }
}
