package io.cellmonitor.history;

import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.AnswerReads;
import io.cellmonitor.store.relational.AnswerReads.LatestRun;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What all students of a class have in one cell, side by side, for those who teach it. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class AnswersResource {

    private static final int PAGE = 50;
    private static final int LONGEST_CELL = 128;
    private static final Duration DAY = Duration.ofDays(1);

    private final AnswerReads reads;
    private final RowUnsealing unsealing;
    private final HistoryCaller caller;

    AnswersResource(AnswerReads reads, RowUnsealing unsealing, HistoryCaller caller) {
        this.reads = reads;
        this.unsealing = unsealing;
        this.caller = caller;
    }

    /** The latest run of each student. */
    @GET
    @Path("/{id}/notebooks/{notebook}/cells/{cell}/answers")
    @Operation(
            operationId = "cellAnswers",
            summary = "The latest run of each student in a cell, newest first, by page of 50",
            description =
                    "A cell without an id is `#` and its index. The last day unless a range is given, by the senders' clocks.")
    public Uni<Answers> answers(
            @RestPath UUID id,
            @RestPath UUID notebook,
            @RestPath String cell,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to,
            @RestQuery @Parameter(description = QueryDescriptions.PAGE) @Nullable String page) {
        UUID teacher = caller.teacherOf(id);
        if (cell.length() > LONGEST_CELL || cell.indexOf('\0') >= 0) {
            throw Problem.invalid("cell", "This is no cell's id.", "max " + LONGEST_CELL + " characters, no U+0000");
        }
        TimeRange range = TimeRange.of(from, to, DAY, caller.zone(id), Instant.now());
        return reads.latest(teacher, id, notebook, cell, range.from(), range.to(), AnswerPlace.of(page), PAGE + 1)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::opened);
    }

    private Answers opened(List<LatestRun> runs) {
        Page<LatestRun> page = Page.of(runs, PAGE, AnswerPlace::after);
        return new Answers(
                page.rows().stream()
                        .map(run -> unsealing.answer(run.event(), run.at(), run.runs()))
                        .toList(),
                page.next());
    }
}
