package io.cellmonitor.store.timeseries;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.util.Optional;

/** The point that an event makes: a run one in {@code cell_executions}, a progress update one in {@code learning_progress}. */
final class EventPoints {

    private EventPoints() {}

    /** Empty for events that are neither, and for progress updates without a number. */
    static Optional<Point> of(LoggedEvent event) {
        Envelope envelope = event.envelope();
        if (EventTypes.isRun(envelope.eventType())) {
            return Optional.of(run(envelope).time(PointTime.of(event), WritePrecision.NS));
        }
        if (envelope.eventType().equals(EventTypes.PROGRESS_UPDATE)) {
            return Optional.of(progress(envelope))
                    .filter(Point::hasFields)
                    .map(point -> point.time(PointTime.of(event), WritePrecision.NS));
        }
        return Optional.empty();
    }

    /**
     * The cell is a field: as a tag it would make a series for each student and cell, 16 times slower to read. A mean of {@code error} is a
     * rate; booleans have none.
     */
    private static Point run(Envelope envelope) {
        boolean failed = envelope.eventType().equals(EventTypes.CELL_ERROR);
        return Tags.on(Measurements.RUNS, envelope.classId(), envelope.student(), envelope.notebookPath())
                .addTag("event_type", envelope.eventType())
                .addField("cell_index", envelope.cellIndex())
                .addField("execution_duration_ms", envelope.durationMs())
                .addField("has_error", failed)
                .addField("error", failed ? 1L : 0L)
                .addField("error_message", envelope.errorShape())
                .addField("execution_count", envelope.executionCount());
    }

    private static Point progress(Envelope envelope) {
        Point point = Tags.on(Measurements.PROGRESS, envelope.classId(), envelope.student(), envelope.notebookPath())
                .addField("completed_cells", envelope.completedCells())
                .addField("total_cells", envelope.totalCells());
        return Measurements.withPercentage(point, envelope.completedCells(), envelope.totalCells());
    }
}
