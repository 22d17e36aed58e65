package io.cellmonitor.history;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What students of a class did, for those who teach it. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class HistoryResource {

    private final ClassHistory history;
    private final Membership membership;
    private final SecurityIdentity identity;

    HistoryResource(ClassHistory history, Membership membership, SecurityIdentity identity) {
        this.history = history;
        this.membership = membership;
        this.identity = identity;
    }

    /** A student's runs, newest first, by page. */
    @GET
    @Path("/{id}/students/{student}/runs")
    public Uni<RunPage> runs(
            @RestPath UUID id,
            @RestPath UUID student,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String limit) {
        UUID caller = teacherOf(id);
        RunRange range = RunRange.of(before, limit);
        return ofStudent(caller, id, student, () -> history.runs(caller, id, student, range.before(), range.limit()));
    }

    /** The class's sessions of the last day, newest first. */
    @GET
    @Path("/{id}/sessions")
    public Uni<SessionList> sessions(@RestPath UUID id) {
        return history.sessionsOfLastDay(teacherOf(id), id);
    }

    /** The last ten sessions of a student and notebook. */
    @GET
    @Path("/{id}/students/{student}/notebooks/{notebook}/sessions")
    public Uni<SessionList> sessionsOfNotebook(@RestPath UUID id, @RestPath UUID student, @RestPath UUID notebook) {
        UUID caller = teacherOf(id);
        return ofStudent(caller, id, student, () -> history.lastSessions(caller, id, student, notebook));
    }

    /** The class's failed runs of the last five minutes, newest first. */
    @GET
    @Path("/{id}/errors")
    public Uni<FailedRunList> errors(@RestPath UUID id) {
        return history.errorsOfLastMinutes(teacherOf(id), id);
    }

    private UUID teacherOf(UUID classId) {
        return membership.requireTeacherOf(identity, classId).user();
    }

    private <T> Uni<T> ofStudent(UUID caller, UUID classId, UUID student, Supplier<Uni<T>> reading) {
        return history.isStudent(caller, classId, student)
                .chain(known -> known
                        ? reading.get()
                        : Uni.createFrom().failure(Problem.notFound("There is no such student in this class.")));
    }
}
