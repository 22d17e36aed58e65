package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.StorableText;
import io.cellmonitor.problem.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a class is called, where and by what rules it is watched. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class SettingsResource {

    static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /**
     * The settings of a class.
     *
     * @param zone an IANA zone
     * @param dayStart local time at which its day begins, such as 04:00
     * @param consentRequired whether a student must agree before anything is sent
     */
    @Schema(name = "ClassSettings")
    public record Settings(
            @NotBlank @Written @Size(max = 200) @StorableText
            String name,

            @NotBlank @Size(max = 64) String zone,
            @NotNull @Pattern(regexp = CLOCK) String dayStart,
            @NotNull @Valid RuleSettings rules,
            @NotNull Boolean consentRequired) {}

    private final ClassSettings settings;
    private final Membership membership;
    private final SecurityIdentity identity;

    SettingsResource(ClassSettings settings, Membership membership, SecurityIdentity identity) {
        this.settings = settings;
        this.membership = membership;
        this.identity = identity;
    }

    /** The settings of the class. */
    @GET
    @Path("{id}/settings")
    @Operation(operationId = "classSettings")
    public Uni<Settings> settings(UUID id) {
        membership.requireTeacherOf(identity, id);
        return settings.of(id);
    }

    /** Sets all of them; every instance goes by them within 30 s. Teachers, not assistants. */
    @PUT
    @Path("{id}/settings")
    @Operation(operationId = "setClassSettings")
    public Uni<Settings> set(UUID id, @NotNull @Valid Settings wanted) {
        membership.requireOwnerOf(identity, id);
        if (!ZoneId.getAvailableZoneIds().contains(wanted.zone())) {
            throw Problem.invalid("zone", "This is not a known zone.", "an IANA zone such as Asia/Tokyo");
        }
        return settings.set(id, wanted);
    }
}
