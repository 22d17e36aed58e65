package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A class once, for a first paint; {@code /ws/connect} then keeps it true. */
@Path("/api")
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

    /** Of the class asked for, else of the caller's only class. */
    @GET
    @Path("/class/summary")
    public Uni<ClassSummary> summary(@QueryParam("class") @Nullable UUID asked) {
        return ofClass(asked == null ? onlyClass() : asked);
    }

    /** Of the class. */
    @GET
    @Path("/v1/classes/{id}/summary")
    public Uni<ClassSummary> ofClass(@PathParam("id") UUID id) {
        membership.requireTeacherOf(identity, id);
        return summaries.of(id);
    }

    private UUID onlyClass() {
        Set<UUID> classes = membership.classesOf(identity);
        if (classes.size() == 1) {
            return classes.iterator().next();
        }
        String known = classes.stream().map(UUID::toString).sorted().collect(Collectors.joining(", "));
        throw Problem.badRequest("Name one of your classes (class=): " + (known.isEmpty() ? "you have none" : known));
    }
}
