package io.cellmonitor.history;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which runs a caller asks for: at most {@code limit} before a place in the log. */
record RunRange(StreamId before, int limit) {

    private static final StreamId END = new StreamId(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Reads what the caller wrote; throws a problem that names the field and its limit. */
    static RunRange of(@Nullable String before, @Nullable String limit, int usual, int most) {
        return new RunRange(before == null ? END : place(before), PageSize.of(limit, usual, most));
    }

    private static StreamId place(String text) {
        try {
            return StreamId.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("before", "before is no place in the log.", "milliseconds-sequence");
        }
    }
}
