package io.cellmonitor.history;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the following page begins; null when this is the last
 */
record Page<T>(List<T> rows, @Nullable String next) {

    /** {@code read} holds one row more than the page when there is a following one; {@code place} is where a row lies in the list. */
    static <T> Page<T> of(List<T> read, int limit, Function<T, String> place) {
        List<T> rows = read.subList(0, Math.min(limit, read.size()));
        return new Page<>(rows, read.size() > limit ? place.apply(rows.getLast()) : null);
    }
}
