package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import java.util.List;

/**
 * What one read of a group gave.
 *
 * @param ids of all of its entries, to be acknowledged
 * @param events of those that are events
 */
record EntryBatch(List<String> ids, List<LoggedEvent> events) {

    boolean isEmpty() {
        return ids.isEmpty();
    }
}
