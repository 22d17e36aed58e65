package io.cellmonitor.classroom;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The latest event ids of one student, so that an event sent twice counts once; bounded. */
final class RecentIds {

    static final int LIMIT = 4096;

    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    RecentIds(Collection<String> saved) {
        ids.addAll(saved);
    }

    /** False when the id is among the latest. */
    boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > LIMIT) {
            ids.removeFirst();
        }
        return true;
    }

    List<String> saved() {
        return List.copyOf(ids);
    }
}
