package io.cellmonitor.roster;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.StorableText;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.jspecify.annotations.Nullable;

/** Everybody who belongs to a class as a student: on its roster, or by what they sent. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class StudentsResource {

    /**
     * A student of a class.
     *
     * @param name the roster's, else as their own JupyterLab says it; null when nobody said
     * @param reading how the name is read
     * @param joined whether they have joined or sent something; false: the roster alone knows them
     */
    @Schema(name = "ClassStudent")
    public record ClassStudent(
            UUID student,
            @Nullable String name,
            @Nullable String reading,
            @Nullable String studentNumber,
            @Nullable String team,
            boolean joined) {

        @Override
        public String toString() {
            return "ClassStudent[" + student + "]";
        }
    }

    /** All of them, by student number. */
    @Schema(name = "ClassStudents")
    public record StudentList(List<ClassStudent> students) {}

    /** What a teacher says of a student; null takes it away. */
    @Schema(name = "StudentDetails")
    public record Details(
            @Nullable @Size(max = 100) @StorableText String team,

            @Nullable @Size(max = 100) @StorableText String reading) {

        @Override
        public String toString() {
            return "Details[...]";
        }
    }

    private final ListedStudents students;
    private final StudentDetails details;
    private final Membership membership;
    private final SecurityIdentity identity;

    StudentsResource(
            ListedStudents students, StudentDetails details, Membership membership, SecurityIdentity identity) {
        this.students = students;
        this.details = details;
        this.membership = membership;
        this.identity = identity;
    }

    /** Everybody of the roster and everybody who sent something. */
    @GET
    @Path("{id}/students")
    @Operation(operationId = "students")
    public Uni<StudentList> list(UUID id) {
        return students.of(membership.requireTeacherOf(identity, id).user(), id).map(StudentList::new);
    }

    /** Sets a student's team and how the name is read. Teachers, not assistants. */
    @PUT
    @Path("{id}/students/{student}")
    @Operation(operationId = "setStudentDetails")
    public Uni<Details> set(UUID id, UUID student, @NotNull @Valid Details wanted) {
        UUID teacher = membership.requireOwnerOf(identity, id).user();
        return details.set(teacher, id, student, wanted);
    }
}
