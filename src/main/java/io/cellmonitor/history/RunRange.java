package io.cellmonitor.history;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which runs a caller asks for: at most {@code limit} before a place in the log. */
record RunRange(StreamId before, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final StreamId END = new StreamId(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Reads what the caller wrote; throws a problem that names the field and its limit. */
    static RunRange of(@Nullable String before, @Nullable String limit) {
        return new RunRange(before == null ? END : place(before), limit == null ? USUAL : number(limit));
    }

    private static StreamId place(String text) {
        try {
            return StreamId.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("before", "before is no place in the log.", "milliseconds-sequence");
        }
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Falls through: the same answer as for a number out of range.
        }
        throw Problem.invalid("limit", "limit must be a number from 1 to " + MOST + ".", "min 1, max " + MOST);
    }
}
