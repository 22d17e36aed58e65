package io.cellmonitor.mistakes;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The same mistake of several students, for those who teach them. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class ClusterResource {

    private final Membership membership;
    private final Clusters clusters;
    private final SecurityIdentity identity;

    ClusterResource(Membership membership, Clusters clusters, SecurityIdentity identity) {
        this.membership = membership;
        this.clusters = clusters;
        this.identity = identity;
    }

    /** A cluster of the class's day with its students, an example and the ways out of it. */
    @GET
    @Path("/{id}/clusters/{cluster}")
    @Operation(
            operationId = "cluster",
            summary = "A cluster of the class's day: who, an example, the changes with which others got out of it")
    public Uni<ClusterDetail> cluster(@RestPath UUID id, @RestPath String cluster) {
        UUID caller = membership.requireTeacherOf(identity, id).user();
        return clusters.find(caller, id, cluster);
    }
}
