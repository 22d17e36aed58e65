package io.cellmonitor.joining;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A student's access to a class, for its teachers. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
public class StudentAccessResource {

    /** Whether the student may have tokens. */
    @Schema(name = "StudentAccess")
    public record Access(@Nullable Boolean allowed) {}

    private final StudentAccess access;
    private final Membership membership;
    private final SecurityIdentity identity;

    StudentAccessResource(StudentAccess access, Membership membership, SecurityIdentity identity) {
        this.access = access;
        this.membership = membership;
        this.identity = identity;
    }

    /**
     * Takes a student's access away (devices at once, tokens within a minute on every instance), or gives it back: then they join anew. What
     * they have sent stays.
     */
    @PUT
    @Path("{id}/students/{student}/access")
    @RolesAllowed(Roles.TEACHER)
    @Operation(operationId = "setStudentAccess")
    public Uni<Access> set(UUID id, UUID student, @NotNull Access wanted) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        if (wanted.allowed() == null) {
            throw Problem.invalid("allowed", "allowed is missing.", "true or false");
        }
        return access.set(teacher, new StudentPrincipal(student, id), wanted.allowed())
                .replaceWith(wanted);
    }
}
