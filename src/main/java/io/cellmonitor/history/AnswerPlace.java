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

    private static final Place FIRST = new Place(Instant.parse("2200-01-01T00:00:00Z"), new UUID(-1, -1));

    private AnswerPlace() {}

    static Place of(@Nullable String page) {
        if (page == null) {
            return FIRST;
        }
        try {
            int slash = page.indexOf('/');
            return new Place(Instant.parse(page.substring(0, slash)), UUID.fromString(page.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            throw Problem.invalid("page", "page is no place in the list.", "next of the page before");
        }
    }

    static String after(LatestRun run) {
        return run.at() + "/" + run.event().envelope().student();
    }
}
