package io.cellmonitor.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * When a student of a class counts as failing, stuck and away, as its teachers set it ({@code classes.rules}).
 *
 * @param failingRuns runs of a cell that failed in a row, 2 to 20
 * @param stuckAfterSeconds since the first of them, 30 to 7200
 * @param awayAfterSeconds without any sign, 30 to 7200
 */
public record ClassRules(int failingRuns, int stuckAfterSeconds, int awayAfterSeconds) {

    /** What holds until a class sets its own. */
    public static final ClassRules DEFAULT = new ClassRules(3, 180, 300);

    /** Reads what is stored; what is missing or out of its limits is as in {@link #DEFAULT}. */
    static ClassRules of(String stored) {
        try {
            return of(new JsonObject(stored));
        } catch (DecodeException notAnObject) {
            return DEFAULT;
        }
    }

    static ClassRules of(JsonObject stored) {
        return new ClassRules(
                within(2, 20, stored.getValue("failingRuns"), DEFAULT.failingRuns),
                within(30, 7_200, stored.getValue("stuckAfterSeconds"), DEFAULT.stuckAfterSeconds),
                within(30, 7_200, stored.getValue("awayAfterSeconds"), DEFAULT.awayAfterSeconds));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("failingRuns", failingRuns)
                .put("stuckAfterSeconds", stuckAfterSeconds)
                .put("awayAfterSeconds", awayAfterSeconds);
    }

    private static int within(int least, int most, @Nullable Object value, int otherwise) {
        return value instanceof Integer number && number >= least && number <= most ? number : otherwise;
    }
}
