package io.cellmonitor.history;

import io.cellmonitor.access.Roles;
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

/** What happened in a class over time, in figures, for those who teach it. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class TimelineResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ClassTimeline timeline;
    private final HistoryCaller caller;

    TimelineResource(ClassTimeline timeline, HistoryCaller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    /** Runs per interval and student. */
    @GET
    @Path("/{id}/activity")
    @Operation(
            summary = "Runs per interval and student",
            description =
                    "How many runs each student made and how long they took on average; the last hour unless a range is given. At most "
                            + "50,000 rows. By the senders' clocks.")
    public Uni<ActivityTimeline> activity(
            @RestPath UUID id,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to,
            @RestQuery @Parameter(description = QueryDescriptions.INTERVAL) @Nullable String interval) {
        return overTime(id, from, to, HOUR, interval, timeline::activity);
    }

    /** Failed runs among all, per interval and notebook. */
    @GET
    @Path("/{id}/error-rate")
    @Operation(
            summary = "Error rate per interval and notebook",
            description =
                    "Failed runs among all, 0 to 1; the last day unless a range is given. At most 50,000 rows. By the senders' clocks.")
    public Uni<ErrorRateTimeline> errorRate(
            @RestPath UUID id,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to,
            @RestQuery @Parameter(description = QueryDescriptions.INTERVAL) @Nullable String interval) {
        return overTime(id, from, to, DAY, interval, timeline::errorRate);
    }

    private interface Question<T> {
        Uni<T> ask(UUID classId, TimeRange range, IntervalChoice choice);
    }

    /** {@code usual}: how much is asked for where no range is given. */
    private <T> Uni<T> overTime(
            UUID classId,
            @Nullable String from,
            @Nullable String to,
            Duration usual,
            @Nullable String interval,
            Question<T> question) {
        caller.teacherOf(classId);
        TimeRange range = TimeRange.of(from, to, usual, caller.zone(classId), Instant.now());
        return question.ask(classId, range, IntervalChoice.of(interval, range, caller.zone(classId)));
    }

    /** How long the runs of each cell took. */
    @GET
    @Path("/{id}/notebooks/{notebook}/durations")
    @Operation(
            summary = "Durations per cell of a notebook",
            description =
                    "Quartiles and p95 of the kernel time of the runs of each cell, over all students; the last day unless a range is "
                            + "given. At most 5,000 cells. By the senders' clocks.")
    public Uni<CellDurationList> durations(
            @RestPath UUID id,
            @RestPath UUID notebook,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to) {
        UUID teacher = caller.teacherOf(id);
        return timeline.durations(teacher, id, notebook, TimeRange.of(from, to, DAY, caller.zone(id), Instant.now()));
    }

    /** How far the students were at the end of each interval. */
    @GET
    @Path("/{id}/notebooks/{notebook}/progress")
    @Operation(
            summary = "Progress quartiles per interval",
            description =
                    "Minimum, quartiles and maximum of the cells that each student has completed (its latest run went well) at the end of "
                            + "each interval, over the students who have begun the notebook; the last hour unless a range is given.")
    public Uni<ProgressTimeline> progress(
            @RestPath UUID id,
            @RestPath UUID notebook,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to,
            @RestQuery @Parameter(description = QueryDescriptions.INTERVAL) @Nullable String interval) {
        UUID teacher = caller.teacherOf(id);
        Instant now = Instant.now();
        TimeRange range = TimeRange.of(from, to, HOUR, caller.zone(id), now);
        return timeline.progress(
                teacher, id, notebook, range, IntervalChoice.of(interval, range, caller.zone(id)), now);
    }
}
