package io.cellmonitor.operate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What must be right about the addresses of the stores and our own. Whether anybody answers there is not asked. */
final class AddressChecks {

    private static final Set<String> REDIS_SCHEMES = Set.of("redis", "rediss");

    private AddressChecks() {}

    /** What is wrong, by property name. Values are not repeated, for they may hold a password. */
    static Map<String, String> refusals(Function<String, Optional<String>> settings) {
        Map<String, String> refusals = new TreeMap<>();
        settings.apply("cell-monitor.pg")
                .flatMap(AddressChecks::postgresRefusal)
                .ifPresent(refusal -> refusals.put("cell-monitor.pg", refusal));
        settings.apply("cell-monitor.redis")
                .filter(address -> !isRedis(address))
                .ifPresent(address -> refusals.put("cell-monitor.redis", "is not of the form redis://host:port"));
        if (haveOnePort(settings)) {
            refusals.put(
                    "cell-monitor.management-port",
                    "is that of CELL_MONITOR_PORT: health and metrics, which have no sign-in, need one of their own");
        }
        return refusals;
    }

    private static Optional<String> postgresRefusal(String text) {
        try {
            URI address = new URI(text);
            if ("postgresql".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawPath().length() > 1) {
                return PostgresTlsParameters.of(address.getRawQuery()).refusal();
            }
        } catch (URISyntaxException malformed) {
            // Said below: its own message quotes the address.
        } catch (IllegalArgumentException notUnderstood) {
            return Optional.of(String.valueOf(notUnderstood.getMessage()));
        }
        return Optional.of("is not of the form postgresql://user:password@host:port/database");
    }

    private static boolean isRedis(String text) {
        try {
            URI address = new URI(text.strip());
            return REDIS_SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** 0 is any free port, and never the same one. */
    private static boolean haveOnePort(Function<String, Optional<String>> settings) {
        String port = settings.apply("cell-monitor.port").orElse("8080").strip();
        String management =
                settings.apply("cell-monitor.management-port").orElse("9000").strip();
        return !port.equals("0") && port.equals(management);
    }
}
