package io.cellmonitor.roster;

import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.StorableText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** In which realm the numbers of a class's students are read, for admins: they give keys their realms too. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
public class RealmResource {

    /** The name space of the students' numbers, the same as an API key's; null for one of the class's own. */
    @Schema(name = "Realm")
    public record Realm(
            @Nullable @Size(min = 1, max = 100) @StorableText
            String realm) {}

    private final ClassSettings settings;

    RealmResource(ClassSettings settings) {
        this.settings = settings;
    }

    /** Sets the realm, as long as the class has no students: the same number by join code and by key is the same person then. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/realm")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "setRealm")
    public Uni<Realm> setRealm(UUID id, @NotNull @Valid Realm wanted) {
        return settings.setRealm(id, wanted.realm()).replaceWith(wanted);
    }
}
