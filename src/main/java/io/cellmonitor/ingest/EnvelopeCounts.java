package io.cellmonitor.ingest;

import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LearningEvent;
import org.jspecify.annotations.Nullable;

/** The numbers that stand in the envelope, out of an event's metadata and list of cells. */
final class EnvelopeCounts {

    private static final int MOST_CELLS = 100_000;

    private EnvelopeCounts() {}

    static @Nullable Integer completedCells(LearningEvent event) {
        return event.eventType().equals(EventTypes.PROGRESS_UPDATE) ? whole(event, "completedCells", MOST_CELLS) : null;
    }

    /** Of {@code notebook_opened}: the code cells of the list, {@code cellCount} without one. */
    static @Nullable Integer totalCells(LearningEvent event) {
        return switch (event.eventType()) {
            case EventTypes.PROGRESS_UPDATE -> whole(event, "totalCells", MOST_CELLS);
            case EventTypes.NOTEBOOK_OPENED ->
                event.cells().isEmpty()
                        ? event.cellCount()
                        : (Integer) (int) event.cells().stream()
                                .filter(cell -> cell.type().equals("code"))
                                .count();
            default -> null;
        };
    }

    static @Nullable Integer count(LearningEvent event) {
        return switch (event.eventType()) {
            case "client_dropped" -> whole(event, "count", Integer.MAX_VALUE);
            case "cell_edited", "clipboard_paste" -> whole(event, "size", Integer.MAX_VALUE);
            default -> null;
        };
    }

    private static @Nullable Integer whole(LearningEvent event, String name, int largest) {
        if (event.metadata().get(name) instanceof Number number) {
            double floor = Math.floor(number.doubleValue());
            return floor >= 0 && floor <= largest ? (Integer) (int) floor : null;
        }
        return null;
    }
}
