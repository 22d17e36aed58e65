package io.cellmonitor.store.relational;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long the runs of one cell of a notebook took, over all students. Times are kernel time in milliseconds, over the runs that say it; null
 * when none does. Between two runs they are interpolated.
 *
 * @param cellId null for a cell that is known by its index alone
 * @param cellIndex where it stands in most students' notebooks, from 0
 * @param runs failed ones included
 */
public record CellDurations(
        @Nullable String cellId,

        @Schema(description = "Where it stands in most students' notebooks, from 0") @Nullable
        Integer cellIndex,

        @Schema(description = "Finished runs, the failed ones included")
        long runs,

        long errors,

        @Schema(description = "How many students ran it") long students,

        @Nullable Double minMs,
        @Nullable Double q1Ms,
        @Nullable Double medianMs,
        @Nullable Double q3Ms,
        @Nullable Double p95Ms,
        @Nullable Double maxMs) {}
