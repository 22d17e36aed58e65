package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** In the demo, pages of this machine may send across origins, as older clients do; a configured list wins. */
public final class DemoOrigins implements ConfigSourceFactory {

    /** Without backslashes, which the reading of lists would take away; the dots stand for the brackets around an IPv6 address. */
    private static final String LOOPBACK = "/https?://(localhost|127[.]0[.]0[.]1|.::1.)(:[0-9]+)?/";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue demo = context.getValue("cell-monitor.demo");
        if (demo == null || !"true".equals(demo.getValue())) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(Map.of("cell-monitor.cors-origins", LOOPBACK), "demo origins", 90));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(90);
    }
}
