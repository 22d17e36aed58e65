package io.cellmonitor.roster;

import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When a student of a class counts as failing, stuck, away.
 *
 * @param failingRuns runs of a cell that failed in a row
 * @param stuckAfterSeconds since the first of these
 * @param awayAfterSeconds without an event
 */
public record RuleSettings(
        @Min(2) @Max(20) int failingRuns,
        @Min(30) @Max(7200) int stuckAfterSeconds,
        @Min(30) @Max(7200) int awayAfterSeconds) {

    /** What holds until a class sets its own. */
    static final RuleSettings DEFAULT = new RuleSettings(3, 180, 300);

    /** Of {@code classes.rules}, where what was never set is missing. */
    static RuleSettings of(JsonObject stored) {
        return new RuleSettings(
                stored.getInteger("failingRuns", DEFAULT.failingRuns),
                stored.getInteger("stuckAfterSeconds", DEFAULT.stuckAfterSeconds),
                stored.getInteger("awayAfterSeconds", DEFAULT.awayAfterSeconds));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("failingRuns", failingRuns)
                .put("stuckAfterSeconds", stuckAfterSeconds)
                .put("awayAfterSeconds", awayAfterSeconds);
    }
}
