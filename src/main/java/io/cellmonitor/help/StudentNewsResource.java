package io.cellmonitor.help;

import io.cellmonitor.access.Roles;
import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a student's teachers do and say, by long polls. */
@Path("/api/v1/student/news")
@RolesAllowed(Roles.STUDENT)
@Produces(MediaType.APPLICATION_JSON)
public class StudentNewsResource {

    private final NewsDesk desk;
    private final SecurityIdentity identity;

    StudentNewsResource(NewsDesk desk, SecurityIdentity identity) {
        this.desk = desk;
        this.identity = identity;
    }

    /** What is new since a cursor: at once when there is anything, else as soon as there is, at the latest after some 90 s. */
    @GET
    @Operation(
            summary = "What is new since a cursor; held for about 90 s while nothing is",
            description = "While it is held a blank comes every 25 s, so that no proxy cuts it.")
    public Uni<News> news(
            @RestQuery
                    @Parameter(description = "The cursor of the last answer; without one everything is new")
                    @Nullable
                    String after,
            @Context RoutingContext context) {
        StudentPrincipal student = CallingStudent.of(identity).principal();
        Blanks blanks = Blanks.on(context);
        return desk.next(student.classId(), student.studentId(), known(after))
                .onTermination()
                .invoke(blanks::stop);
    }

    private static NewsCursor known(@Nullable String after) {
        try {
            return after == null ? NewsCursor.NOTHING : NewsCursor.parse(after);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("after", "after is no cursor.", "the cursor of an earlier answer");
        }
    }
}
