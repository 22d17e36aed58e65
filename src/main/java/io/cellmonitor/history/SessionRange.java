package io.cellmonitor.history;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.SessionPlace;
import io.cellmonitor.store.relational.StoredSession;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sessions a caller asks for: at most {@code limit} after a place among them. */
record SessionRange(SessionPlace after, int limit) {

    private static final String BETWEEN = "_";

    /** Reads what the caller wrote; throws a problem that names the field and its limit. */
    static SessionRange of(@Nullable String after, @Nullable String limit, int usual, int most) {
        return new SessionRange(after == null ? SessionPlace.FIRST : place(after), PageSize.of(limit, usual, most));
    }

    /** What {@code after} must be for the page that follows this session. */
    static String after(StoredSession last) {
        return last.startedAt() + BETWEEN + last.id();
    }

    private static SessionPlace place(String text) {
        String[] parts = text.split(BETWEEN, 2);
        try {
            Instant startedAt = Instant.parse(parts[0]);
            if (parts.length == 2
                    && startedAt.isBefore(SessionPlace.FIRST.startedAt())
                    && startedAt.isAfter(Instant.EPOCH)) {
                return new SessionPlace(startedAt, UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException malformed) {
            // Falls through: one answer for everything that no page gave.
        }
        throw Problem.invalid("after", "after is no place among sessions.", "next of the page before");
    }
}
