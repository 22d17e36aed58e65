package io.cellmonitor.help;

import io.cellmonitor.access.Roles;
import io.cellmonitor.help.News.OwnHelp;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A student's own asking for help. */
@Path("/api/v1/student/help")
@RolesAllowed(Roles.STUDENT)
@Produces(MediaType.APPLICATION_JSON)
public class StudentHelpResource {

    private final Asking asking;
    private final SecurityIdentity identity;

    StudentHelpResource(Asking asking, SecurityIdentity identity) {
        this.asking = asking;
        this.identity = identity;
    }

    /** Asks; who asks already goes on asking. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks for help; whoever asks already goes on asking")
    public Uni<OwnHelp> ask(@NotNull @Valid NewHelp wanted) {
        return asking.ask(CallingStudent.of(identity), wanted);
    }

    /** Asks no longer. */
    @DELETE
    @Operation(summary = "Asks no longer")
    public Uni<Void> stop() {
        return asking.stop(CallingStudent.of(identity));
    }
}
