package io.cellmonitor.note;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.problem.StorableText;
import io.cellmonitor.problem.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the teachers of a class note of a student, for each other: students are not shown it. */
@Path("/api/v1/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class NotesResource {

    /** A note to be made; {@code cellId}: what it is about. */
    @Schema(name = "NewNote")
    public record NewNote(
            @NotBlank @Written @Size(max = 2000) @StorableText
            String text,

            @Nullable @Size(max = 128) @StorableText String cellId) {

        @Override
        public String toString() {
            return "NewNote[...]";
        }
    }

    /**
     * A note.
     *
     * @param author what its author is called; null when the account is gone
     * @param mine whether the caller made it
     */
    @Schema(name = "Note")
    public record Note(
            UUID note,
            @Nullable String author,
            String text,
            Instant at,
            @Nullable String cellId,
            boolean mine) {

        @Override
        public String toString() {
            return "Note[" + note + "]";
        }
    }

    /** All notes of a student, newest first. */
    @Schema(name = "Notes")
    public record NoteList(List<Note> notes) {}

    private final Notes notes;
    private final Membership membership;
    private final SecurityIdentity identity;

    NotesResource(Notes notes, Membership membership, SecurityIdentity identity) {
        this.notes = notes;
        this.membership = membership;
        this.identity = identity;
    }

    /** What is noted of a student, newest first. */
    @GET
    @Path("{id}/students/{student}/notes")
    @Operation(operationId = "notes")
    public Uni<NoteList> list(UUID id, UUID student) {
        return notes.of(membership.requireTeacherOf(identity, id).user(), id, student)
                .map(NoteList::new);
    }

    /** Notes something. */
    @POST
    @Path("{id}/students/{student}/notes")
    @Operation(operationId = "addNote")
    @ResponseStatus(201)
    @APIResponseSchema(value = Note.class, responseCode = "201")
    public Uni<Note> add(UUID id, UUID student, @NotNull @Valid NewNote wanted) {
        return notes.add(membership.requireTeacherOf(identity, id), id, student, wanted);
    }

    /** Takes a note away: the caller's own, for a teacher of the class anybody's. */
    @DELETE
    @Path("{id}/students/{student}/notes/{note}")
    @Operation(operationId = "deleteNote")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<RestResponse<Void>> delete(UUID id, UUID student, UUID note) {
        SignedIn caller = membership.requireTeacherOf(identity, id);
        boolean anybodys = "teacher".equals(caller.classes().get(id));
        return notes.delete(caller.user(), id, student, note, anybodys).map(ignored -> RestResponse.noContent());
    }
}
