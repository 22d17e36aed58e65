package io.cellmonitor.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Hints of teachers and assistants of a class, each to one student or to many. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
@Produces(MediaType.APPLICATION_JSON)
public class HintsResource {

    /** The hints, in the order of the students. */
    public record SentHints(@JsonProperty("hint_ids") List<UUID> hintIds) {}

    private final Membership membership;
    private final SecurityIdentity identity;
    private final Hinting hinting;

    HintsResource(Membership membership, SecurityIdentity identity, Hinting hinting) {
        this.membership = membership;
        this.identity = identity;
        this.hinting = hinting;
    }

    /** Sends a hint to each of the students; it reaches them when they next listen. */
    @POST
    @Path("/{id}/hints")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(value = SentHints.class, responseCode = "202")
    @Operation(summary = "Sends a hint to students who are there today")
    public Uni<SentHints> send(@RestPath UUID id, @Nullable NewHint hint) {
        SignedIn teacher = membership.requireTeacherOf(identity, id);
        if (hint == null) {
            throw Problem.invalid("body", "The body is missing.", "a hint");
        }
        return hinting.send(id, hint.checked(), teacher).map(SentHints::new);
    }
}
