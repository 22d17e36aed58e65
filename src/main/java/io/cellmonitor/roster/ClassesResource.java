package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.access.TaughtClass;
import io.cellmonitor.access.TaughtClasses;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Classes, for those who teach them. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
public class ClassesResource {

    /** A class to be made; {@code zone} is an IANA zone. */
    public record NewClass(
            @NotBlank @Written @Size(max = 200) @StorableText
            String name,

            @NotBlank @Size(max = 64) String zone) {}

    /** The caller's classes, by name. */
    public record ClassList(List<TaughtClass> classes) {}

    private final Classes classes;
    private final TaughtClasses taught;
    private final Membership membership;
    private final SecurityIdentity identity;

    ClassesResource(Classes classes, TaughtClasses taught, Membership membership, SecurityIdentity identity) {
        this.classes = classes;
        this.taught = taught;
        this.membership = membership;
        this.identity = identity;
    }

    /** The caller's classes. */
    @GET
    @RolesAllowed(Roles.TEACHER)
    public Uni<ClassList> list() {
        return taught.of(caller().user()).map(ClassList::new);
    }

    /** Makes a class; the caller is its teacher. */
    @POST
    @RolesAllowed(Roles.TEACHER)
    @ResponseStatus(201)
    @APIResponseSchema(value = TaughtClass.class, responseCode = "201")
    public Uni<TaughtClass> create(@NotNull @Valid NewClass wanted) {
        if (!ZoneId.getAvailableZoneIds().contains(wanted.zone())) {
            throw Problem.invalid("zone", "This is not a known zone.", "an IANA zone such as Asia/Tokyo");
        }
        return classes.create(UUID.randomUUID(), wanted.name().strip(), wanted.zone(), caller().user());
    }

    /** Gives the class a new join code. Teachers of the class only, not assistants. */
    @POST
    @Path("{id}/join-code")
    @RolesAllowed(Roles.TEACHER)
    public Uni<TaughtClass> rotateJoinCode(UUID id) {
        SignedIn caller = membership.requireTeacherOf(identity, id);
        if (!"teacher".equals(caller.classes().get(id))) {
            throw Problem.forbidden("Only a teacher of the class may change its join code.");
        }
        return classes.rotateJoinCode(id);
    }

    private SignedIn caller() {
        return SignedIn.of(identity).orElseThrow(() -> Problem.unauthorized("Sign in first."));
    }
}
