package io.cellmonitor.access;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which other sites' pages may send events: the same list that CORS answers by, whose refusals have no words. */
@Singleton
final class AllowedPages {

    private final List<String> exact;
    private final List<Pattern> patterns;

    AllowedPages(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.exact = origins.orElse(List.of());
        this.patterns = CORSFilter.parseAllowedOriginsRegex(origins);
    }

    boolean contain(String origin) {
        return exact.contains("*") || exact.contains(origin) || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }
}
