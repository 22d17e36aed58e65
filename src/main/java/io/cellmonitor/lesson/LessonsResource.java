package io.cellmonitor.lesson;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.StorableText;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When a class was taught. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class LessonsResource {

    /** A lesson to be started. */
    @Schema(name = "NewLesson")
    public record NewLesson(
            @Nullable @Size(max = 200) @StorableText String title) {}

    /** Lessons, newest first. */
    @Schema(name = "Lessons")
    public record LessonList(List<Lesson> lessons) {}

    private final Lessons lessons;
    private final LessonHistory history;
    private final Membership membership;
    private final SecurityIdentity identity;

    LessonsResource(Lessons lessons, LessonHistory history, Membership membership, SecurityIdentity identity) {
        this.lessons = lessons;
        this.history = history;
        this.membership = membership;
        this.identity = identity;
    }

    /** When the class was taught. */
    @GET
    @Path("{id}/lessons")
    @Operation(
            operationId = "lessons",
            summary = "Lessons, newest first",
            description =
                    "Those that a teacher started, else the timetable's in which somebody worked, else times in which students worked; the "
                            + "last 31 days unless a range is given.")
    public Uni<LessonList> list(
            UUID id,
            @RestQuery @Parameter(description = "Inclusive, ISO 8601; without an offset in the class's zone.") @Nullable
                    String from,
            @RestQuery @Parameter(description = "Exclusive, ISO 8601; now when absent.") @Nullable String to) {
        UUID caller = membership.requireTeacherOf(identity, id).user();
        return history.of(caller, id, from, to).map(LessonList::new);
    }

    /** Starts a lesson; 409 while one goes on. */
    @POST
    @Path("{id}/lessons")
    @Operation(operationId = "startLesson")
    @ResponseStatus(201)
    @APIResponseSchema(value = Lesson.class, responseCode = "201")
    public Uni<Lesson> start(UUID id, @Nullable @Valid NewLesson wanted) {
        UUID caller = membership.requireTeacherOf(identity, id).user();
        return lessons.start(caller, id, wanted == null ? null : wanted.title());
    }

    /** Stops a lesson; 409 when it has ended. */
    @POST
    @Path("{id}/lessons/{lesson}/stop")
    @Operation(operationId = "stopLesson")
    public Uni<Lesson> stop(UUID id, UUID lesson) {
        return lessons.stop(membership.requireTeacherOf(identity, id).user(), id, lesson);
    }
}
