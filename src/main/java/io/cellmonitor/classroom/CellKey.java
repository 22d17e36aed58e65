package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cell of a notebook: its id, or without one its index ({@code cellIndex} is null beside an id, for cells move). */
record CellKey(
        @Nullable UUID notebook,
        @Nullable String cellId,
        @Nullable Integer cellIndex) {

    static CellKey of(Envelope envelope) {
        return new CellKey(
                envelope.notebookId(), envelope.cellId(), envelope.cellId() == null ? envelope.cellIndex() : null);
    }

    boolean isKnown() {
        return cellId != null || cellIndex != null;
    }
}
