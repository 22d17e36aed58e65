package io.cellmonitor.operate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Settings that must be numbers, or true or false: what is none would else end the start one by one, with a trace. */
final class NumberChecks {

    private record Range(long least, long most) {}

    private static final Range PORT = new Range(0, 65_535);
    private static final Range COUNT = new Range(1, Integer.MAX_VALUE);
    private static final Range RATE = new Range(0, Integer.MAX_VALUE);
    private static final Range BYTES = new Range(0, Long.MAX_VALUE);

    private static final Map<String, Range> NUMBERS = Map.of(
            "cell-monitor.port", PORT,
            "cell-monitor.management-port", PORT,
            "cell-monitor.ingest.most-requests", COUNT,
            "cell-monitor.ingest.most-bytes", new Range(1, Long.MAX_VALUE),
            "cell-monitor.ingest.key-rate", RATE,
            "cell-monitor.ingest.key-burst", COUNT,
            "cell-monitor.ingest.student-rate", RATE,
            "cell-monitor.ingest.student-burst", COUNT,
            "cell-monitor.redis-memory-limit", BYTES,
            "cell-monitor.redis-wait-replicas", RATE);

    private static final String[] SWITCHES = {
        "cell-monitor.demo",
        "cell-monitor.log-json",
        "cell-monitor.open-door",
        "cell-monitor.test-route",
        "cell-monitor.redis-durability-confirmed"
    };

    private NumberChecks() {}

    /** What is wrong, by property name. Values are not repeated: one may have been meant for another setting. */
    static Map<String, String> refusals(Function<String, Optional<String>> settings) {
        Map<String, String> refusals = new TreeMap<>();
        NUMBERS.forEach((name, range) -> settings.apply(name)
                .filter(value -> !isIn(range, value))
                .ifPresent(value ->
                        refusals.put(name, "is no whole number from " + range.least() + " to " + range.most())));
        for (String name : SWITCHES) {
            settings.apply(name)
                    .filter(value -> !value.matches("(?i)true|false"))
                    .ifPresent(value -> refusals.put(name, "is neither true nor false"));
        }
        return refusals;
    }

    private static boolean isIn(Range range, String value) {
        try {
            long number = Long.parseLong(value.strip());
            return range.least() <= number && number <= range.most();
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
