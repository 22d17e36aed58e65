package io.cellmonitor.history;

import io.cellmonitor.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How many rows a page has at most. */
final class PageSize {

    private PageSize() {}

    /** Reads what the caller wrote, {@code usual} when that is nothing; throws a problem that names the limit. */
    static int of(@Nullable String text, int usual, int most) {
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Falls through: the same answer as for a number out of range.
        }
        throw Problem.invalid("limit", "limit must be a number from 1 to " + most + ".", "min 1, max " + most);
    }
}
