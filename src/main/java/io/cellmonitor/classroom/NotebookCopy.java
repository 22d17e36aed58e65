package io.cellmonitor.classroom;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student's copy of a shared notebook.
 *
 * @param copy the notebook that its events name
 * @param shared the notebook that it is a copy of
 * @param listed whether it said which cells it has
 * @param held of the notebook's cells those that are known to be in it
 * @param byPlace the shared cell of each of its own, where no id of it is known and the place alone says which is which
 */
record NotebookCopy(UUID copy, UUID shared, boolean listed, Set<String> held, Map<String, String> byPlace) {

    static NotebookCopy unlisted(UUID copy, UUID shared) {
        return new NotebookCopy(copy, shared, false, Set.of(), Map.of());
    }

    NotebookCopy holding(Set<String> more) {
        Set<String> all = new HashSet<>(held);
        all.addAll(more);
        return new NotebookCopy(copy, shared, listed, all, byPlace);
    }

    NotebookCopy listed(Map<String, String> places) {
        return new NotebookCopy(copy, shared, true, held, places);
    }

    /** The notebook's cell that a cell of this copy is. */
    @Nullable
    String cell(@Nullable String cellId) {
        return cellId == null ? null : byPlace.getOrDefault(cellId, cellId);
    }
}
