package io.cellmonitor.joining;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who wants to join and waits, for the teachers of the class to decide. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class JoinClaimsResource {

    /**
     * Somebody who waits.
     *
     * @param student whom they say that they are
     * @param name as they gave it
     * @param reason {@code already_joined} or {@code not_on_roster}
     */
    @Schema(name = "JoinClaim")
    public record ClaimView(
            UUID id, UUID student, @Nullable String studentNumber, String name, String reason, Instant at) {

        @Override
        public String toString() {
            return "ClaimView[" + id + "]";
        }
    }

    /** All who wait, the oldest first. */
    @Schema(name = "JoinClaims")
    public record ClaimList(List<ClaimView> claims) {}

    private final JoinDecisions decisions;
    private final Membership membership;
    private final SecurityIdentity identity;

    JoinClaimsResource(JoinDecisions decisions, Membership membership, SecurityIdentity identity) {
        this.decisions = decisions;
        this.membership = membership;
        this.identity = identity;
    }

    /** Who waits: at most 500, the oldest first. */
    @GET
    @Path("{id}/join-claims")
    @Operation(operationId = "joinClaims")
    public Uni<ClaimList> list(UUID id) {
        return decisions.waiting(teacherOf(id), id).map(ClaimList::new);
    }

    /** Lets them in: they join by trying again within a week, on a device of their own beside the others. */
    @POST
    @Path("{id}/join-claims/{claim}/accept")
    @Operation(operationId = "acceptJoinClaim")
    @APIResponse(responseCode = "204", description = "Accepted")
    public Uni<RestResponse<Void>> accept(UUID id, UUID claim) {
        return decide(id, claim, "accepted");
    }

    /** Refuses them for a week. */
    @POST
    @Path("{id}/join-claims/{claim}/refuse")
    @Operation(operationId = "refuseJoinClaim")
    @APIResponse(responseCode = "204", description = "Refused")
    public Uni<RestResponse<Void>> refuse(UUID id, UUID claim) {
        return decide(id, claim, "refused");
    }

    private Uni<RestResponse<Void>> decide(UUID id, UUID claim, String state) {
        return decisions.decide(teacherOf(id), id, claim, state).map(ignored -> RestResponse.noContent());
    }

    private UUID teacherOf(UUID id) {
        return membership.requireOwnerOf(identity, id).user();
    }
}
