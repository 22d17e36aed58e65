package io.cellmonitor.seating;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.SentFile;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The picture of a class's room, behind its seats. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class SeatPictureResource {

    private final SeatPictures pictures;
    private final Membership membership;
    private final SecurityIdentity identity;

    SeatPictureResource(SeatPictures pictures, Membership membership, SecurityIdentity identity) {
        this.pictures = pictures;
        this.membership = membership;
        this.identity = identity;
    }

    /** The picture as it was put. */
    @GET
    @Path("{id}/seats/picture")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "seatPicture")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<byte[]>> picture(UUID id) {
        UUID caller = membership.requireTeacherOf(identity, id).user();
        return pictures.of(caller, id)
                .map(found -> RestResponse.ResponseBuilder.ok(found.bytes())
                        .type(found.mediaType())
                        .build());
    }

    /** Puts a picture in: PNG, JPEG or WebP, up to 1 MiB. Teachers, not assistants. */
    @PUT
    @Path("{id}/seats/picture")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "setSeatPicture")
    @RequestBody(
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "It is there")
    public Uni<RestResponse<Void>> set(UUID id, @Context RoutingContext request) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        byte[] picture = SentFile.of(request, "image/");
        return pictures.set(teacher, id, picture).map(ignored -> RestResponse.noContent());
    }

    /** Takes the picture away. Teachers, not assistants. */
    @DELETE
    @Path("{id}/seats/picture")
    @Operation(operationId = "deleteSeatPicture")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<RestResponse<Void>> delete(UUID id) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return pictures.delete(teacher, id).map(ignored -> RestResponse.noContent());
    }
}
