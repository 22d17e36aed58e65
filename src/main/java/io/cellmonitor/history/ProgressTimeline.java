package io.cellmonitor.history;

import io.cellmonitor.store.relational.ProgressQuartiles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a class was in a notebook over time: quartiles over its students.
 *
 * @param codeCells how many there are to complete; null when no student's JupyterLab said
 */
public record ProgressTimeline(
        @Schema(description = "Inclusive") Instant from,

        @Schema(description = "Exclusive") Instant to,

        @Schema(description = "How long an interval is, ISO 8601", examples = "PT5M")
        String interval,

        @Schema(description = "The class's zone, in which days and weeks begin")
        String zone,

        UUID notebook,

        @Schema(description = "The shared path") String notebookPath,

        @Schema(description = "How many code cells there are to complete; absent when it is not known") @Nullable
        Integer codeCells,

        @Schema(description = "Completed cells; each interval after the first run has a row, up to now")
        List<ProgressQuartiles> rows) {}
