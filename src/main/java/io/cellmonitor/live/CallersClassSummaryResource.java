package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same as {@link ClassSummaryResource} for callers who need not know their class's id. */
@Path("/api/class/summary")
@RolesAllowed({Roles.TEACHER, Roles.ADMIN})
public class CallersClassSummaryResource {

    private final Membership membership;
    private final ClassSummaryResource summaries;
    private final SecurityIdentity identity;

    CallersClassSummaryResource(Membership membership, ClassSummaryResource summaries, SecurityIdentity identity) {
        this.membership = membership;
        this.summaries = summaries;
        this.identity = identity;
    }

    /** Of the class asked for, else of the caller's only class. */
    @GET
    public Uni<ClassSummary> summary(@QueryParam("class") @Nullable UUID asked) {
        return summaries.ofClass(asked == null ? onlyClass() : asked);
    }

    private UUID onlyClass() {
        Set<UUID> classes = membership.classesOf(identity);
        if (classes.size() == 1) {
            return classes.iterator().next();
        }
        String known = classes.stream().map(UUID::toString).sorted().collect(Collectors.joining(", "));
        throw Problem.badRequest(
                "class", "Name one of your classes (class=).", known.isEmpty() ? "you have none" : known);
    }
}
