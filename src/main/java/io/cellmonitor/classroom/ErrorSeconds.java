package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Failed runs of the last five minutes, by the second in which they happened; bounded by the seconds. */
final class ErrorSeconds {

    private static final long SECONDS = 300;

    private final TreeMap<Long, Integer> bySecond;

    ErrorSeconds(Map<Long, Integer> saved) {
        bySecond = new TreeMap<>(saved);
    }

    void add(Instant when) {
        bySecond.merge(when.getEpochSecond(), 1, Integer::sum);
        bySecond.headMap(bySecond.lastKey() - SECONDS).clear();
    }

    long upTo(Instant now) {
        return bySecond.tailMap(now.getEpochSecond() - SECONDS, false).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    Map<Long, Integer> saved() {
        return Map.copyOf(bySecond);
    }
}
