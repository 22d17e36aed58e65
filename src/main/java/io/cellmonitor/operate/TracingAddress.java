package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns tracing on where {@code cell-monitor.tracing-endpoint} says where its spans go, and off everywhere else. */
public final class TracingAddress implements ConfigSourceFactory {

    static final String ENDPOINT = "cell-monitor.tracing-endpoint";

    private static final String IS_OFF = "quarkus.otel.sdk.disabled";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = endpoint(context)
                .map(address -> Map.of(IS_OFF, "false", "quarkus.otel.exporter.otlp.traces.endpoint", address))
                .orElse(Map.of(IS_OFF, "true"));
        return List.of(new PropertiesConfigSource(settings, ENDPOINT, 90));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(90);
    }

    /** A source like this one does not see what others like it bring: a file is asked for here. */
    private static Optional<String> endpoint(ConfigSourceContext context) {
        return SecretFiles.value(context, ENDPOINT)
                .or(() -> SecretFiles.value(context, SecretFiles.FOLDER)
                        .map(folder -> SecretFiles.source(Path.of(folder)).getValue(ENDPOINT)));
    }
}
