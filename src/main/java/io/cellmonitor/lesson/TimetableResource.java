package io.cellmonitor.lesson;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.StorableText;
import io.cellmonitor.problem.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a class is taught each week. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class TimetableResource {

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /**
     * A time of the week, by the class's clock.
     *
     * @param weekday 1 (Monday) to 7
     * @param from inclusive, such as 09:00
     * @param to exclusive, of the same day
     */
    @Schema(name = "TimetableSlot")
    public record Slot(
            @Min(1) @Max(7) int weekday,
            @NotNull @Pattern(regexp = CLOCK) String from,
            @NotNull @Pattern(regexp = CLOCK) String to,

            @NotBlank @Written @Size(max = 200) @StorableText
            String title) {}

    /** A week; slots do not overlap. */
    @Schema(name = "Timetable")
    public record Week(@NotNull @Size(max = 50) List<@NotNull @Valid Slot> slots) {}

    private final Timetables timetables;
    private final Membership membership;
    private final SecurityIdentity identity;

    TimetableResource(Timetables timetables, Membership membership, SecurityIdentity identity) {
        this.timetables = timetables;
        this.membership = membership;
        this.identity = identity;
    }

    /** The week of the class. */
    @GET
    @Path("{id}/timetable")
    @Operation(operationId = "timetable")
    public Uni<Week> week(UUID id) {
        return timetables
                .of(membership.requireTeacherOf(identity, id).user(), id)
                .map(Week::new);
    }

    /** Puts another week in its place. Teachers, not assistants. */
    @PUT
    @Path("{id}/timetable")
    @Operation(operationId = "setTimetable")
    public Uni<Week> replace(UUID id, @NotNull @Valid Week wanted) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return timetables
                .replace(teacher, id, wanted.slots())
                .chain(() -> timetables.of(teacher, id))
                .map(Week::new);
    }
}
