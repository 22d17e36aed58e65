package io.cellmonitor.history;

import io.cellmonitor.store.timeseries.TimeSeriesStore.ErrorRate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many runs fail, per interval and notebook.
 *
 * @param rows an interval in which nobody ran a notebook has none
 */
public record ErrorRateTimeline(
        @Schema(description = "Inclusive") Instant from,

        @Schema(description = "Exclusive") Instant to,

        @Schema(description = "How long an interval is, ISO 8601", examples = "PT1H")
        String interval,

        @Schema(description = "The class's zone, in which days and weeks begin")
        String zone,

        @Schema(description = "By interval; one in which nobody ran a notebook has no row for it")
        List<ErrorRate> rows) {}
