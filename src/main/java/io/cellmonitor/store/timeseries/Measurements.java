package io.cellmonitor.store.timeseries;

import com.influxdb.client.write.Point;
import org.jspecify.annotations.Nullable;

/** The measurements by name. */
final class Measurements {

    static final String RUNS = "cell_executions";
    static final String PROGRESS = "learning_progress";
    static final String PERFORMANCE = "performance_metrics";

    private Measurements() {}

    /** {@code completed} of {@code total} in percent, at most 100; nothing when either is unknown. */
    static Point withPercentage(Point point, @Nullable Integer completed, @Nullable Integer total) {
        return completed == null || total == null || total <= 0
                ? point
                : point.addField("progress_percentage", Math.min(100.0, 100.0 * completed / total));
    }
}
