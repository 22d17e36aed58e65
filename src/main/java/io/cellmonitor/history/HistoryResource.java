package io.cellmonitor.history;

import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What students of a class did, for those who teach it. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class HistoryResource {

    private static final int USUAL_RUNS = 50;
    private static final int MOST_RUNS = 200;
    private static final int MOST_ROWS = 1000;
    private static final Duration ERRORS = Duration.ofMinutes(5);

    private final ClassHistory history;
    private final HistoryCaller caller;

    HistoryResource(ClassHistory history, HistoryCaller caller) {
        this.history = history;
        this.caller = caller;
    }

    /** A student's runs, newest first, by page. */
    @GET
    @Path("/{id}/students/{student}/runs")
    public Uni<RunPage> runs(
            @RestPath UUID id,
            @RestPath UUID student,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String limit) {
        UUID teacher = caller.teacherOf(id);
        RunRange range = RunRange.of(before, limit, USUAL_RUNS, MOST_RUNS);
        return ofStudent(teacher, id, student, () -> history.runs(teacher, id, student, range.before(), range.limit()));
    }

    /** The class's sessions of the last day, newest first, by page. */
    @GET
    @Path("/{id}/sessions")
    @Operation(summary = "Sessions that began in the last day, newest first, by page")
    public Uni<SessionList> sessions(
            @RestPath UUID id,
            @RestQuery @Parameter(description = QueryDescriptions.PAGE) @Nullable String after,
            @RestQuery @Parameter(description = QueryDescriptions.LIMIT) @Nullable String limit) {
        UUID teacher = caller.teacherOf(id);
        return history.sessionsOfLastDay(teacher, id, SessionRange.of(after, limit, MOST_ROWS, MOST_ROWS));
    }

    /** The last ten sessions of a student and notebook. */
    @GET
    @Path("/{id}/students/{student}/notebooks/{notebook}/sessions")
    public Uni<SessionList> sessionsOfNotebook(@RestPath UUID id, @RestPath UUID student, @RestPath UUID notebook) {
        UUID teacher = caller.teacherOf(id);
        return ofStudent(teacher, id, student, () -> history.lastSessions(teacher, id, student, notebook));
    }

    /** The class's failed runs, of the last five minutes unless a range is given, newest first, by page. */
    @GET
    @Path("/{id}/errors")
    @Operation(
            summary = "Failed runs, newest first, by page",
            description = "Of the last five minutes unless a range is given; by the log's clock.")
    public Uni<FailedRunList> errors(
            @RestPath UUID id,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to,
            @RestQuery @Parameter(description = QueryDescriptions.PAGE) @Nullable String before,
            @RestQuery @Parameter(description = QueryDescriptions.LIMIT) @Nullable String limit) {
        UUID teacher = caller.teacherOf(id);
        TimeRange taken = TimeRange.of(from, to, ERRORS, caller.zone(id), Instant.now());
        return history.errors(teacher, id, taken, RunRange.of(before, limit, MOST_ROWS, MOST_ROWS));
    }

    private <T> Uni<T> ofStudent(UUID teacher, UUID classId, UUID student, Supplier<Uni<T>> reading) {
        return history.isStudent(teacher, classId, student)
                .chain(known -> known
                        ? reading.get()
                        : Uni.createFrom().failure(Problem.notFound("There is no such student in this class.")));
    }
}
