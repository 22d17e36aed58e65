package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a class's students must agree before anything is sent. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class ConsentResource {

    /** Whether a student must agree before anything is sent. */
    @Schema(name = "Consent")
    public record Consent(@Nullable Boolean required) {}

    private final ClassSettings settings;
    private final Membership membership;
    private final SecurityIdentity identity;

    ConsentResource(ClassSettings settings, Membership membership, SecurityIdentity identity) {
        this.settings = settings;
        this.membership = membership;
        this.identity = identity;
    }

    /** Whether students must agree before anything is sent. */
    @GET
    @Path("{id}/consent")
    @Operation(operationId = "consent")
    public Uni<Consent> consent(UUID id) {
        membership.requireTeacherOf(identity, id);
        return settings.of(id).map(found -> new Consent(found.consentRequired()));
    }

    /** Sets whether students must agree before anything is sent: they hear of it with their next token. Teachers, not assistants. */
    @PUT
    @Path("{id}/consent")
    @Operation(operationId = "setConsent")
    public Uni<Consent> setConsent(UUID id, @NotNull Consent wanted) {
        membership.requireOwnerOf(identity, id);
        if (wanted.required() == null) {
            throw Problem.invalid("required", "required is missing.", "true or false");
        }
        return settings.requireConsent(id, wanted.required()).replaceWith(wanted);
    }
}
