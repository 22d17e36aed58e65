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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The roster of a class, for its teachers. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {

    /** A student whom the class expects. */
    @Schema(name = "NewRosterEntry")
    public record NewEntry(
            @NotBlank @Written @Size(max = 100) @StorableText
            String studentNumber,

            @NotBlank @Written @Size(max = 100) @StorableText
            String name) {

        @Override
        public String toString() {
            return "NewEntry[...]";
        }
    }

    /** All whom the class expects. */
    @Schema(name = "NewRoster")
    public record NewRoster(
            @Nullable @Size(max = Rosters.MOST) List<@NotNull @Valid NewEntry> entries) {}

    /** An entry; {@code joined} tells whether somebody has joined as this student. */
    @Schema(name = "RosterEntry")
    public record EntryView(UUID student, String studentNumber, String name, boolean joined) {

        @Override
        public String toString() {
            return "EntryView[" + student + "]";
        }
    }

    /** The roster. */
    @Schema(name = "Roster")
    public record Roster(List<EntryView> entries) {}

    private final Rosters rosters;
    private final JoinCodes classes;
    private final Membership membership;
    private final SecurityIdentity identity;

    RosterResource(Rosters rosters, JoinCodes classes, Membership membership, SecurityIdentity identity) {
        this.rosters = rosters;
        this.classes = classes;
        this.membership = membership;
        this.identity = identity;
    }

    /** Whom the class expects; empty without a roster. */
    @GET
    @Path("{id}/roster")
    @RolesAllowed(Roles.TEACHER)
    @Operation(operationId = "roster")
    public Uni<Roster> list(UUID id) {
        return rosters.list(teacherOf(id), id).map(Roster::new);
    }

    /** Puts another roster in its place; who has joined stays in. */
    @PUT
    @Path("{id}/roster")
    @RolesAllowed(Roles.TEACHER)
    @Operation(operationId = "setRoster")
    public Uni<Roster> replace(UUID id, @NotNull @Valid NewRoster wanted) {
        UUID teacher = teacherOf(id);
        List<NewEntry> entries = wanted.entries();
        if (entries == null) {
            throw Problem.invalid("entries", "entries is missing.", "at most 2000 entries");
        }
        return classes.of(id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no such class.")))
                .chain(monitored -> rosters.replace(teacher, monitored, entries))
                .chain(() -> rosters.list(teacher, id))
                .map(Roster::new);
    }

    private UUID teacherOf(UUID id) {
        return membership.requireOwnerOf(identity, id).user();
    }
}
