package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes of {@code cell-monitor.trusted-proxies} what Quarkus needs to believe their {@code X-Forwarded-Proto} and {@code X-Forwarded-For}. Without
 * the key nobody is believed; Quarkus alone would believe everybody once forwarding is on.
 */
public final class TrustedProxies implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue proxies = context.getValue("cell-monitor.trusted-proxies");
        if (proxies == null || proxies.getValue() == null || proxies.getValue().isBlank()) {
            return List.of();
        }
        Map<String, String> settings = Map.of(
                "quarkus.http.proxy.proxy-address-forwarding",
                "true",
                "quarkus.http.proxy.allow-x-forwarded",
                "true",
                "quarkus.http.proxy.trusted-proxies",
                proxies.getValue());
        return List.of(new PropertiesConfigSource(settings, "cell-monitor.trusted-proxies", 90));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(90);
    }
}
