package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Takes {@code cell-monitor.pg} ({@code postgresql://user:password@host:port/database}, the owner's login) apart into the addresses that
 * Flyway (JDBC) and the reactive pools need, and what they are to do about TLS.
 */
public final class PostgresAddress implements ConfigSourceFactory {

    private static final String ADDRESS = "cell-monitor.pg";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return address(context)
                .<Iterable<ConfigSource>>map(
                        address -> List.of(new PropertiesConfigSource(parts(URI.create(address)), ADDRESS, 90)))
                .orElse(List.of());
    }

    /** A source like this one does not see what others like it bring: a file is asked for here. */
    private static Optional<String> address(ConfigSourceContext context) {
        return SecretFiles.value(context, ADDRESS)
                .or(() -> SecretFiles.value(context, SecretFiles.FOLDER)
                        .map(folder -> SecretFiles.source(Path.of(folder)).getValue(ADDRESS)));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(90);
    }

    static Map<String, String> parts(URI uri) {
        Map<String, String> parts = new HashMap<>();
        String place = "//" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + uri.getRawPath();
        parts.put("cell-monitor.pg-reactive-url", "postgresql:" + place);
        String query = uri.getRawQuery();
        parts.put("cell-monitor.pg-jdbc-url", "jdbc:postgresql:" + place + (query == null ? "" : "?" + query));
        PostgresTlsParameters tls = PostgresTlsParameters.of(query);
        parts.put("cell-monitor.pg-ssl-mode", tls.mode());
        tls.rootCertificate().ifPresent(file -> parts.put("cell-monitor.pg-ssl-root-certificate", file));
        String login = uri.getRawUserInfo() == null ? "postgres" : uri.getRawUserInfo();
        int colon = login.indexOf(':');
        parts.put("cell-monitor.pg-owner", decoded(colon < 0 ? login : login.substring(0, colon)));
        parts.put("cell-monitor.pg-owner-password", colon < 0 ? "" : decoded(login.substring(colon + 1)));
        return parts;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
