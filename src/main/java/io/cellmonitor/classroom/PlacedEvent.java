package io.cellmonitor.classroom;

import io.cellmonitor.event.LoggedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event at the notebook that the class shares.
 *
 * @param event the event, naming the shared notebook
 * @param cell the notebook's cell that it speaks of, or the student's own; null for none
 * @param notebook null for none, or for more than are remembered
 * @param isNotebookChanged whether frames show the notebook otherwise by this event
 * @param flipped cells of it that became shared by this event, or are so no more
 */
record PlacedEvent(
        LoggedEvent event,
        @Nullable String cell,
        @Nullable SharedNotebook notebook,
        boolean isNotebookChanged,
        Set<String> flipped) {

    static PlacedEvent nowhere(LoggedEvent event) {
        return new PlacedEvent(event, event.envelope().cellId(), null, false, Set.of());
    }
}
