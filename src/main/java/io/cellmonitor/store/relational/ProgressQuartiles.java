package io.cellmonitor.store.relational;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the students of a notebook were at the end of an interval, in completed cells. Between two students it is interpolated.
 *
 * @param interval its beginning
 * @param students those who had run a cell of the notebook by then
 */
public record ProgressQuartiles(
        @Schema(description = "The beginning of the interval; the figures are of its end")
        Instant interval,

        @Schema(description = "Those who had run a cell of the notebook by then")
        long students,

        double min,
        double q1,
        double median,
        double q3,
        double max) {}
