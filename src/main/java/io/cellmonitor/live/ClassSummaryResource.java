package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** A class once, for a first paint; {@code /ws/connect} then keeps it true. */
@Path("/api/v1/classes")
@RolesAllowed({Roles.TEACHER, Roles.ADMIN})
public class ClassSummaryResource {

    private final Membership membership;
    private final ClassSummaries summaries;
    private final SecurityIdentity identity;

    ClassSummaryResource(Membership membership, ClassSummaries summaries, SecurityIdentity identity) {
        this.membership = membership;
        this.summaries = summaries;
        this.identity = identity;
    }

    /** Of the class. */
    @GET
    @Path("/{id}/summary")
    public Uni<ClassSummary> ofClass(@PathParam("id") UUID id) {
        membership.requireTeacherOf(identity, id);
        return summaries.of(id);
    }
}
