package io.cellmonitor.classroom;

import java.time.Duration;

/**
 * When a student counts as failing, stuck, away; a class may set its own.
 *
 * @param failingRuns failing: at least this many runs of a cell failed in a row
 * @param stuckAfter stuck: two runs of a cell failed in a row at least, and this long since the first of them
 * @param awayAfter away: no event for this long
 * @param helpLapse a help request that once had a heartbeat lapses after this long without one
 * @param lateAfter an event sent later than this is counted but does not change what the student does now
 */
public record Rules(int failingRuns, Duration stuckAfter, Duration awayAfter, Duration helpLapse, Duration lateAfter) {

    /** What holds until a class sets its own. */
    public static final Rules DEFAULT =
            new Rules(3, Duration.ofMinutes(3), Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofMinutes(5));
}
