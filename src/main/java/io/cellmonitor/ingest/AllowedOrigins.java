package io.cellmonitor.ingest;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The origins whose pages may send events ({@code cell-monitor.allowed-origins}, exact, comma-separated, or a pattern between slashes):
 * none unless configured; the demo allows those of this machine.
 */
public final class AllowedOrigins implements ConfigSourceFactory {

    private static final String ALLOWED = "cell-monitor.allowed-origins";

    /** Without backslashes, which the reading of lists would take away; the dots stand for the brackets around an IPv6 address. */
    private static final String LOOPBACK = "/https?://(localhost|127[.]0[.]0[.]1|.::1.)(:[0-9]+)?/";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!value(context, ALLOWED).isEmpty()
                || !value(context, "cell-monitor.demo").equals("true")) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(Map.of(ALLOWED, LOOPBACK), "the demo's allowed origins", 90));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(90);
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
