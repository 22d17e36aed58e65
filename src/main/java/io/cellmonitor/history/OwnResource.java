package io.cellmonitor.history;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is known of the student who asks, and of nobody else. */
@Path("/api/v1/student/me")
@RolesAllowed(Roles.STUDENT)
@Produces(MediaType.APPLICATION_JSON)
public class OwnResource {

    private final OwnHistory history;
    private final ClassDirectory classes;
    private final SecurityIdentity identity;

    OwnResource(OwnHistory history, ClassDirectory classes, SecurityIdentity identity) {
        this.history = history;
        this.classes = classes;
        this.identity = identity;
    }

    /** The caller's own view of the class that their token is for. */
    @GET
    @Operation(summary = "The student's own runs, cells, requests for help and hints")
    public Uni<OwnView> own() {
        StudentPrincipal student = (StudentPrincipal) identity.getPrincipal();
        return classes.find(student.classId())
                .map(monitored -> history.of(student.studentId(), monitored))
                .orElseThrow(() -> Problem.notFound("There is no such class."));
    }
}
