package io.cellmonitor.seating;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
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

/** Where the students of a class sit. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class SeatsResource {

    /**
     * A student's place in the room.
     *
     * @param x from the left, 0 to 1
     * @param y from the front, 0 to 1
     */
    @Schema(name = "Seat")
    public record Seat(
            @NotNull UUID student,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double x,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double y) {}

    /** All seats of a class; {@code picture} tells whether there is a picture behind them. */
    @Schema(name = "Seats")
    public record SeatList(List<Seat> seats, boolean picture) {}

    /** The seats that a class is to have: each student has one at most. */
    @Schema(name = "NewSeats")
    public record NewSeats(@NotNull @Size(max = 2000) List<@NotNull @Valid Seat> seats) {}

    private final Seats seats;
    private final Membership membership;
    private final SecurityIdentity identity;

    SeatsResource(Seats seats, Membership membership, SecurityIdentity identity) {
        this.seats = seats;
        this.membership = membership;
        this.identity = identity;
    }

    /** Where the students sit; who has no seat is not there. */
    @GET
    @Path("{id}/seats")
    @Operation(operationId = "seats")
    public Uni<SeatList> list(UUID id) {
        return seats.of(membership.requireTeacherOf(identity, id).user(), id);
    }

    /** Puts other seats in their place. Teachers, not assistants. */
    @PUT
    @Path("{id}/seats")
    @Operation(operationId = "setSeats")
    public Uni<SeatList> replace(UUID id, @NotNull @Valid NewSeats wanted) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return seats.replace(teacher, id, wanted.seats()).chain(() -> seats.of(teacher, id));
    }
}
