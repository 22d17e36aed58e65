package io.cellmonitor.classroom;

import io.cellmonitor.classroom.SavedNotebook.SavedCell;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A code cell as it is in the copies of a notebook. */
final class SharedCell {

    private static final int MAX_INDEXES = 32;
    /** Of more, the latest: enough for a median, and bounded. */
    private static final int MAX_PASSES = 101;

    private final String id;
    private final Map<Integer, Integer> indexes;
    private final Deque<Integer> passSeconds;
    private int holders;

    SharedCell(String id) {
        this(new SavedCell(id, 0, Map.of(), List.of()));
    }

    SharedCell(SavedCell saved) {
        id = saved.id();
        holders = saved.holders();
        indexes = new TreeMap<>(saved.indexes());
        passSeconds = new ArrayDeque<>(saved.passSeconds());
    }

    /** One more copy has it, there. */
    void hold(@Nullable Integer index) {
        holders++;
        if (index != null && (indexes.size() < MAX_INDEXES || indexes.containsKey(index))) {
            indexes.merge(index, 1, Integer::sum);
        }
    }

    /** Where most have it; the foremost of equals. */
    int index() {
        int found = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : indexes.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                found = entry.getKey();
            }
        }
        return found;
    }

    void passed(int seconds) {
        passSeconds.addLast(seconds);
        if (passSeconds.size() > MAX_PASSES) {
            passSeconds.removeFirst();
        }
    }

    /** Null while nobody got through. */
    @Nullable
    Integer medianSeconds() {
        int[] sorted = passSeconds.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted.length == 0 ? null : sorted[sorted.length / 2];
    }

    String id() {
        return id;
    }

    int holders() {
        return holders;
    }

    SavedCell saved() {
        return new SavedCell(id, holders, Map.copyOf(indexes), List.copyOf(passSeconds));
    }
}
