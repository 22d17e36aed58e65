package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Who teaches a class and who assists. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class MembersResource {

    /** What somebody may do in a class: {@code teacher} or {@code assistant}. */
    @Schema(name = "MemberRole")
    public record MemberRole(
            @NotNull @Pattern(regexp = "teacher|assistant") String role) {}

    /** A teacher or assistant of a class. */
    @Schema(name = "Member")
    public record Member(UUID account, String username, String displayName, String role) {

        @Override
        public String toString() {
            return "Member[" + account + ", " + role + "]";
        }
    }

    /** All of them, teachers first. */
    @Schema(name = "Members")
    public record MemberList(List<Member> members) {}

    private final Members members;
    private final Membership membership;
    private final SecurityIdentity identity;

    MembersResource(Members members, Membership membership, SecurityIdentity identity) {
        this.members = members;
        this.membership = membership;
        this.identity = identity;
    }

    /** Who teaches the class and who assists. */
    @GET
    @Path("{id}/members")
    @Operation(operationId = "members")
    public Uni<MemberList> list(UUID id) {
        return members.of(membership.requireTeacherOf(identity, id).user(), id).map(MemberList::new);
    }

    /** Makes somebody with an account a teacher or assistant; holds within 30 s everywhere. Teachers, not assistants. */
    @PUT
    @Path("{id}/members/{username}")
    @Operation(operationId = "setMember")
    public Uni<MemberList> set(UUID id, String username, @NotNull @Valid MemberRole wanted) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return members.set(teacher, id, username, wanted.role())
                .chain(() -> members.of(teacher, id))
                .map(MemberList::new);
    }

    /** Takes the class away from somebody; 409 for its last teacher. Teachers, not assistants. */
    @DELETE
    @Path("{id}/members/{username}")
    @Operation(operationId = "removeMember")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<RestResponse<Void>> remove(UUID id, String username) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return members.remove(teacher, id, username).map(ignored -> RestResponse.noContent());
    }
}
