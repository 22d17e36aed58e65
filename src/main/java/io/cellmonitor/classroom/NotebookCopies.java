package io.cellmonitor.classroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copies that a student had in hand today. */
final class NotebookCopies {

    /** A sender that names a new notebook with every event must not fill the memory. */
    private static final int MOST = 200;

    private final Map<UUID, NotebookCopy> copies = new LinkedHashMap<>();

    NotebookCopies(List<NotebookCopy> saved) {
        saved.forEach(this::put);
    }

    @Nullable
    NotebookCopy of(UUID named) {
        return copies.get(named);
    }

    boolean hasRoom(NotebookCopy copy) {
        return copies.size() < MOST || copies.containsKey(copy.copy());
    }

    void put(NotebookCopy copy) {
        copies.put(copy.copy(), copy);
    }

    /** Whether one of them is of that notebook. */
    boolean isOf(UUID shared) {
        return copies.values().stream().anyMatch(copy -> copy.shared().equals(shared));
    }

    List<NotebookCopy> saved() {
        return List.copyOf(copies.values());
    }
}
