package io.cellmonitor.operate;

import io.smallrye.config.common.utils.StringUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What must be right about the origins whose pages may send events: each names pages that the operator knows, none names all. */
final class OriginChecks {

    private static final String NAME = "cell-monitor.allowed-origins";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** Nobody's: names under it never exist (RFC 2606). */
    private static final String STRANGER = "https://stranger.invalid";

    private OriginChecks() {}

    /** What is wrong, by property name: the first origin that is. */
    static Map<String, String> refusals(Function<String, Optional<String>> settings) {
        return settings.apply(NAME).stream()
                .flatMap(origins -> Stream.of(StringUtil.split(origins)))
                .map(String::strip)
                .flatMap(origin -> refusal(origin).stream())
                .findFirst()
                .map(refusal -> Map.of(NAME, refusal))
                .orElse(Map.of());
    }

    private static Optional<String> refusal(String origin) {
        if (origin.equals("*")) {
            return Optional.of("* lets every page of the web send: list origins, such as https://hub.example.org");
        }
        return isPattern(origin) ? patternRefusal(origin) : originRefusal(origin);
    }

    private static boolean isPattern(String origin) {
        return origin.length() > 1 && origin.startsWith("/") && origin.endsWith("/");
    }

    private static Optional<String> patternRefusal(String origin) {
        try {
            boolean everybody = Pattern.compile(origin.substring(1, origin.length() - 1))
                    .matcher(STRANGER)
                    .matches();
            return everybody
                    ? Optional.of(origin + " lets every page of the web send: name the hosts in the pattern")
                    : Optional.empty();
        } catch (PatternSyntaxException malformed) {
            return Optional.of(origin + " is no pattern: " + malformed.getDescription());
        }
    }

    private static Optional<String> originRefusal(String origin) {
        try {
            URI address = new URI(origin);
            if (SCHEMES.contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && origin.equals(address.getScheme() + "://" + address.getAuthority())
                    && address.getUserInfo() == null) {
                return Optional.empty();
            }
        } catch (URISyntaxException malformed) {
            // Said below.
        }
        return Optional.of(origin + " is not of the form https://host:port, nor a pattern between slashes");
    }
}
