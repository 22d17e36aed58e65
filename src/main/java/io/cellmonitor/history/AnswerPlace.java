package io.cellmonitor.history;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.AnswerReads.LatestRun;
import io.cellmonitor.store.relational.AnswerReads.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of answers begins, as callers write it. */
final class AnswerPlace {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Place FIRST = new Place(LATEST, new UUID(-1, -1));

    private AnswerPlace() {}

    static Place of(@Nullable String page) {
        if (page == null) {
            return FIRST;
        }
        try {
            int slash = page.indexOf('/');
            Instant at = Instant.parse(page.substring(0, slash));
            UUID student = UUID.fromString(page.substring(slash + 1));
            // Years that PostgreSQL has.
            if (at.isAfter(Instant.EPOCH) && at.isBefore(LATEST)) {
                return new Place(at, student);
            }
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            // Falls through: one answer for everything that no page gave.
        }
        throw Problem.invalid("page", "page is no place in the list.", "next of the page before");
    }

    static String after(LatestRun run) {
        return run.at() + "/" + run.event().envelope().student();
    }
}
