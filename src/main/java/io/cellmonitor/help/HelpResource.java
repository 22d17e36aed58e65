package io.cellmonitor.help;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What teachers and assistants of a class do about a request for help. Asked again they answer the same. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
@Produces(MediaType.APPLICATION_JSON)
public class HelpResource {

    private final Membership membership;
    private final SecurityIdentity identity;
    private final Helping helping;

    HelpResource(Membership membership, SecurityIdentity identity, Helping helping) {
        this.membership = membership;
        this.identity = identity;
        this.helping = helping;
    }

    /** Takes it on: the first in the log's order has it, everybody else is told who. */
    @POST
    @Path("/{id}/help/{request}/claim")
    @Operation(summary = "Takes a help request on; 409 says who has it already")
    public Uni<HelpAnswer> claim(@RestPath UUID id, @RestPath String request) {
        return does(HelpDeed.CLAIM, id, request);
    }

    /** Tells the student that somebody is coming; takes the request on if nobody has. */
    @POST
    @Path("/{id}/help/{request}/on-my-way")
    @Operation(summary = "Tells the student that the caller is coming; takes the request on if nobody has")
    public Uni<HelpAnswer> onMyWay(@RestPath UUID id, @RestPath String request) {
        return does(HelpDeed.ON_MY_WAY, id, request);
    }

    /** Gives it back: it has its place in the queue again, and whoever comes first takes it on. */
    @POST
    @Path("/{id}/help/{request}/release")
    @Operation(summary = "Gives a help request back that the caller has taken on; 409 says who else has it")
    public Uni<HelpAnswer> release(@RestPath UUID id, @RestPath String request) {
        return does(HelpDeed.RELEASE, id, request);
    }

    /** Ends it: somebody helped. */
    @POST
    @Path("/{id}/help/{request}/resolve")
    @Operation(summary = "Ends a help request: somebody helped")
    public Uni<HelpAnswer> resolve(@RestPath UUID id, @RestPath String request) {
        return does(HelpDeed.RESOLVE, id, request);
    }

    private Uni<HelpAnswer> does(HelpDeed deed, UUID id, String request) {
        SignedIn teacher = membership.requireTeacherOf(identity, id);
        return helping.does(deed, id, place(request), teacher);
    }

    private static StreamId place(String request) {
        try {
            return StreamId.parse(request);
        } catch (IllegalArgumentException malformed) {
            throw Problem.notFound("There is no such help request today.");
        }
    }
}
