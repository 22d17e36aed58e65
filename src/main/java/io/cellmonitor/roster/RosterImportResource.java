package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.SentFile;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A roster out of a file, as schools' systems and Excel write it. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class RosterImportResource {

    /** Nothing here may be larger, whatever the limit of bodies is. */
    private static final int MOST_BYTES = 1 << 20;

    /**
     * What a file holds.
     *
     * @param read lines with a student
     * @param added of them, how many the roster did not have
     * @param changed of them, how many it had with another name, reading or team
     * @param problems lines that were left out, the first 100
     */
    @Schema(name = "RosterImport")
    public record Imported(int read, int added, int changed, List<LineProblem> problems) {}

    /**
     * Why a line was left out.
     *
     * @param line from 1
     * @param field of the line: {@code studentNumber}, {@code name}, {@code reading}, {@code team}
     */
    @Schema(name = "RosterLineProblem")
    public record LineProblem(int line, String field, String limit) {}

    private final RosterImport imports;
    private final JoinCodes classes;
    private final Membership membership;
    private final SecurityIdentity identity;

    RosterImportResource(RosterImport imports, JoinCodes classes, Membership membership, SecurityIdentity identity) {
        this.imports = imports;
        this.classes = classes;
        this.membership = membership;
        this.identity = identity;
    }

    /**
     * Puts the students of a CSV file beside those of the roster; who is there already gets the file's name, reading and team. UTF-8 or
     * Shift_JIS; comma, semicolon or tab; student number, name, reading, team, in this order unless a first line names them. Teachers, not
     * assistants.
     */
    @POST
    @Path("{id}/roster/import")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "importRoster")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Uni<Imported> take(
            UUID id,
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String dry,
            @Context RoutingContext request) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        boolean onlyTells = isTrue(dry);
        byte[] body = SentFile.of(request, "text/csv");
        if (body.length == 0 || body.length > MOST_BYTES) {
            throw Problem.invalid("body", "A roster has 1 byte to 1 MiB.", "min 1, max " + MOST_BYTES + " bytes");
        }
        return classes.of(id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no such class.")))
                .chain(monitored -> imports.take(teacher, monitored, body, onlyTells));
    }

    /** Nothing but the two words: who writes {@code dry=1} must not have changed the roster. */
    private static boolean isTrue(@Nullable String dry) {
        return switch (dry) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw Problem.invalid("dry", "dry is neither true nor false.", "true or false");
        };
    }
}
