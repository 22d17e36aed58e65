package io.cellmonitor.store.timeseries;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How a range is cut in an InfluxQL statement: into pieces that each lie within one interval, to be put together afterwards. InfluxQL's own
 * days do not follow clocks that change.
 *
 * @param length of a piece
 * @param offset when the first piece after the epoch begins
 */
record InfluxIntervals(Duration length, Duration offset) {

    /** Offsets of all zones are multiples of it. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    static InfluxIntervals of(Intervals intervals, Instant from, Instant to) {
        if (intervals.length().compareTo(Intervals.DAY) < 0) {
            return new InfluxIntervals(intervals.length(), Duration.ZERO);
        }
        ZoneRules rules = intervals.zone().getRules();
        // The first interval may begin a week before the range.
        Instant begin = from.minus(Intervals.WEEK);
        ZoneOffsetTransition change = rules.nextTransition(begin);
        if (change != null && change.getInstant().isBefore(to)) {
            return new InfluxIntervals(QUARTER, Duration.ZERO);
        }
        return new InfluxIntervals(
                Intervals.DAY, Duration.ofSeconds(-rules.getOffset(begin).getTotalSeconds()));
    }

    /** As {@code GROUP BY} takes it. */
    String groupBy() {
        return "time(" + length.toMillis() + "ms, " + offset.toMillis() + "ms)";
    }
}
