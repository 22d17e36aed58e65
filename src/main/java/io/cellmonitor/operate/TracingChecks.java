package io.cellmonitor.operate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What must be right about tracing. Whether a collector listens there is not asked: its being away harms nobody. */
final class TracingChecks {

    private TracingChecks() {}

    /** What is wrong, by property name. Values are not repeated: one may have been meant for another setting. */
    static Map<String, String> refusals(Function<String, Optional<String>> settings) {
        Map<String, String> refusals = new TreeMap<>();
        settings.apply(TracingAddress.ENDPOINT)
                .filter(address -> !InfluxChecks.isWebAddress(address))
                .ifPresent(address -> refusals.put(
                        TracingAddress.ENDPOINT, "is not of the form http://host:port (without a login in it)"));
        settings.apply("cell-monitor.tracing-share")
                .filter(share -> !isShare(share))
                .ifPresent(share ->
                        refusals.put("cell-monitor.tracing-share", "is no number from 0 (none) to 1 (all requests)"));
        return refusals;
    }

    private static boolean isShare(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            return share >= 0 && share <= 1;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
