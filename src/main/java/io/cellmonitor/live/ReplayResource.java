package io.cellmonitor.live;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Membership;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.Roles;
import io.cellmonitor.event.EventTime;
import io.cellmonitor.problem.BoundedWork;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.Replays;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A class as it was: the same JSON as a snapshot of {@code /ws/connect}, from what is stored. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class ReplayResource {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** Each folds a day. */
    private static final int AT_ONCE = 4;

    private final Membership membership;
    private final ClassDirectory directory;
    private final Replays replays;
    private final SecurityIdentity identity;
    private final BoundedWork room = new BoundedWork(AT_ONCE, LIMIT, SOON);

    ReplayResource(Membership membership, ClassDirectory directory, Replays replays, SecurityIdentity identity) {
        this.membership = membership;
        this.directory = directory;
        this.replays = replays;
        this.identity = identity;
    }

    /** The class at that instant. */
    @GET
    @Path("/{id}/replay")
    @Operation(
            operationId = "replay",
            summary = "The class as it was at an instant",
            description =
                    "As far as PostgreSQL has it, under the rules of today; the same JSON as a snapshot of /ws/connect.")
    public Uni<SnapshotFrame> replay(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "ISO 8601; without an offset in the class's zone") @Nullable
                    String at) {
        UUID caller = membership.requireTeacherOf(identity, id).user();
        MonitoredClass monitored = directory.find(id).orElseThrow(() -> Problem.notFound("There is no such class."));
        Instant instant = instant(at, monitored, Instant.now());
        return room.run(
                        () -> replays.at(caller, monitored, instant),
                        "Too many look back at once.",
                        "The class cannot be read now.")
                .onFailure(failure -> !(failure instanceof HttpProblem))
                .transform(failure -> Problem.unavailable("The class cannot be read now.", SOON))
                .map(snapshot -> SnapshotFrame.of(snapshot, false));
    }

    private static Instant instant(@Nullable String at, MonitoredClass monitored, Instant now) {
        Instant instant = at == null ? null : EventTime.read(at, monitored.zone());
        if (instant == null || instant.isBefore(Instant.EPOCH) || instant.isAfter(now)) {
            throw Problem.badRequest(
                    "at",
                    "at is no time from 1970 until now.",
                    "ISO 8601, such as 2026-11-21T08:00:00Z; not in the future");
        }
        return instant;
    }
}
