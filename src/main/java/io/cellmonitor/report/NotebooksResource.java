package io.cellmonitor.report;

import io.cellmonitor.access.Roles;
import io.cellmonitor.history.HistoryCaller;
import io.cellmonitor.history.QueryDescriptions;
import io.cellmonitor.history.TimeRange;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.CellReads;
import io.cellmonitor.store.relational.CellStatistics;
import io.cellmonitor.store.relational.NotebookList;
import io.cellmonitor.store.relational.NotebookReads;
import io.cellmonitor.store.relational.NotebookUse;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The notebooks that a class works on, and what it did with them. */
@Path("/api/v1/classes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TEACHER)
public class NotebooksResource {

    private static final int MOST_NOTEBOOKS = 1000;
    private static final int MOST_CELLS = 5000;
    private static final Duration DAY = Duration.ofDays(1);

    /** Notebooks, those first that somebody worked on last. */
    @Schema(name = "Notebooks")
    public record Notebooks(List<NotebookUse> notebooks) {}

    /** The code cells of a notebook that were run from (inclusive) to (exclusive), in its order. */
    @Schema(name = "NotebookStatistics")
    public record NotebookStatistics(
            Instant from, Instant to, UUID notebook, String notebookPath, List<CellStatistics> cells) {}

    private final NotebookList list;
    private final NotebookReads notebooks;
    private final CellReads cells;
    private final HistoryCaller caller;

    NotebooksResource(NotebookList list, NotebookReads notebooks, CellReads cells, HistoryCaller caller) {
        this.list = list;
        this.notebooks = notebooks;
        this.cells = cells;
        this.caller = caller;
    }

    /** The notebooks of the class, up to 1000. */
    @GET
    @Path("{id}/notebooks")
    @Operation(operationId = "notebooks")
    public Uni<Notebooks> list(UUID id) {
        return list.of(caller.teacherOf(id), id, MOST_NOTEBOOKS).map(Notebooks::new);
    }

    /** What the class did with each code cell of a notebook. */
    @GET
    @Path("{id}/notebooks/{notebook}/statistics")
    @Operation(
            operationId = "notebookStatistics",
            summary = "Students, tries, time and errors per code cell",
            description = "The last day unless a range is given. At most 5,000 cells. By the senders' clocks.")
    public Uni<NotebookStatistics> statistics(
            UUID id,
            UUID notebook,
            @RestQuery @Parameter(description = QueryDescriptions.FROM) @Nullable String from,
            @RestQuery @Parameter(description = QueryDescriptions.TO) @Nullable String to) {
        UUID teacher = caller.teacherOf(id);
        TimeRange range = TimeRange.of(from, to, DAY, caller.zone(id), Instant.now());
        return notebooks
                .path(teacher, id, notebook)
                .map(path -> path.orElseThrow(() -> Problem.notFound("There is no such notebook in this class.")))
                .chain(path -> cells.statistics(teacher, id, notebook, range.from(), range.to(), MOST_CELLS)
                        .map(found -> new NotebookStatistics(range.from(), range.to(), notebook, path, found)));
    }
}
