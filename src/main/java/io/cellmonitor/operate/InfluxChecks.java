package io.cellmonitor.operate;

import io.quarkus.runtime.configuration.DurationConverter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What must be set beside the address of InfluxDB. Whether InfluxDB itself agrees is asked later: it may be away at the start. */
final class InfluxChecks {

    private InfluxChecks() {}

    /** What is wrong, by property name; nothing where no InfluxDB is configured. Values are not repeated but for file names. */
    static Map<String, String> refusals(Function<String, Optional<String>> settings) {
        Map<String, String> refusals = new TreeMap<>();
        Optional<String> url = settings.apply("cell-monitor.influx-url");
        if (url.isEmpty()) {
            return refusals;
        }
        if (!isWebAddress(url.get())) {
            refusals.put("cell-monitor.influx-url", "is not of the form https://host:port (without a login in it)");
        }
        if (settings.apply("cell-monitor.influx-org").isEmpty()) {
            refusals.put("cell-monitor.influx-org", "is missing: set it to the organisation that has the bucket");
        }
        Optional<String> tokenFile = settings.apply("cell-monitor.influx-token-file");
        if (settings.apply("cell-monitor.influx-token").isEmpty() && tokenFile.isEmpty()) {
            refusals.put(
                    "cell-monitor.influx-token",
                    "is missing: set it, or CELL_MONITOR_INFLUX_TOKEN_FILE, to a token that may read and write the bucket");
        }
        tokenFile.ifPresent(file -> requireReadable("cell-monitor.influx-token-file", file, refusals));
        settings.apply("cell-monitor.influx-retention")
                .filter(retention -> !isRetention(retention))
                .ifPresent(retention -> refusals.put(
                        "cell-monitor.influx-retention",
                        "is neither 0s (for ever) nor a time of at least 1h, such as 720h or P30D"));
        settings.apply("cell-monitor.influx-certificate")
                .ifPresent(file -> requireReadable("cell-monitor.influx-certificate", file, refusals));
        return refusals;
    }

    /** InfluxDB keeps nothing for less than an hour. */
    private static boolean isRetention(String text) {
        try {
            Duration retention = DurationConverter.parseDuration(text.strip());
            return retention.isZero() || retention.compareTo(Duration.ofHours(1)) >= 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static void requireReadable(String name, String file, Map<String, String> refusals) {
        if (!Files.isReadable(Path.of(file))) {
            refusals.put(name, "there is no readable file " + file);
        }
    }

    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
