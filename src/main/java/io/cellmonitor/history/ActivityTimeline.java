package io.cellmonitor.history;

import io.cellmonitor.store.timeseries.TimeSeriesStore.Activity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Runs per interval and student.
 *
 * @param rows an interval in which a student ran nothing has none
 */
public record ActivityTimeline(
        @Schema(description = "Inclusive") Instant from,

        @Schema(description = "Exclusive") Instant to,

        @Schema(description = "How long an interval is, ISO 8601", examples = "PT10M")
        String interval,

        @Schema(description = "The class's zone, in which days and weeks begin")
        String zone,

        @Schema(description = "By interval; one in which a student ran nothing has no row")
        List<Activity> rows) {}
