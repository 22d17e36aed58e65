package io.cellmonitor.history;

import io.cellmonitor.store.relational.CellDurations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long the runs of each cell of a notebook took, in the notebook's order. */
public record CellDurationList(
        @Schema(description = "Inclusive") Instant from,

        @Schema(description = "Exclusive") Instant to,

        UUID notebook,

        @Schema(description = "The shared path") String notebookPath,

        @Schema(description = "Those that were run, in the notebook's order")
        List<CellDurations> cells) {}
