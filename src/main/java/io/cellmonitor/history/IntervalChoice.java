package io.cellmonitor.history;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.timeseries.Intervals;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lengths that intervals may have. Without a wish it is the shortest that cuts the range into at most 120; a wish may cut it into at most 500.
 */
record IntervalChoice(String name, Intervals intervals) {

    private static final List<String> NAMES = List.of("PT1M", "PT5M", "PT10M", "PT30M", "PT1H", "P1D", "P7D");
    private static final int USUAL = 120;
    private static final int MOST = 500;

    /** Reads what the caller wrote; throws a problem that names the field and its limit. */
    static IntervalChoice of(@Nullable String wish, TimeRange range, ZoneId zone) {
        String shortest = shortest(range, USUAL);
        if (wish == null) {
            return choice(shortest, zone);
        }
        if (!NAMES.contains(wish)) {
            throw Problem.invalid("interval", "There is no such interval.", "one of " + String.join(", ", NAMES));
        }
        if (count(range, wish) > MOST) {
            throw Problem.invalid(
                    "interval",
                    "A range has at most " + MOST + " intervals: take " + shortest(range, MOST) + " or a longer one.",
                    "max " + MOST + " intervals");
        }
        return choice(wish, zone);
    }

    private static IntervalChoice choice(String name, ZoneId zone) {
        return new IntervalChoice(name, new Intervals(Duration.parse(name), zone));
    }

    private static String shortest(TimeRange range, int most) {
        return NAMES.stream()
                .filter(name -> count(range, name) <= most)
                .findFirst()
                .orElse(NAMES.getLast());
    }

    /** How often the interval fits, the last piece counted as a whole one. */
    private static long count(TimeRange range, String name) {
        return Math.ceilDiv(range.length().toMillis(), Duration.parse(name).toMillis());
    }
}
