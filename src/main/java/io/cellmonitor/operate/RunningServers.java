package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** In development ({@code ./mvnw quarkus:dev}), where no variable names PostgreSQL and Redis, those of {@code .run/env} are used. */
public final class RunningServers implements ConfigSourceFactory {

    private static final Pattern EXPORT = Pattern.compile("export CELL_MONITOR_([A-Z_]+)='?([^']*)'?");
    /** The running demo's own place, not ours. */
    private static final List<String> NOT_OURS = List.of("url", "management-url", "pid", "class", "join-code", "run");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!context.getProfiles().contains("dev")
                || (isSet(context, "cell-monitor.pg") && isSet(context, "cell-monitor.redis"))) {
            return List.of();
        }
        Map<String, String> known = read(file());
        if (!known.containsKey("cell-monitor.pg") || !known.containsKey("cell-monitor.redis")) {
            throw new IllegalStateException(
                    "No PostgreSQL and Redis: start ./dev servers in another terminal, or set CELL_MONITOR_PG and CELL_MONITOR_REDIS.");
        }
        known.put("cell-monitor.demo", "true");
        known.put("cell-monitor.open-door", "true");
        known.putAll(PostgresAddress.parts(URI.create(known.get("cell-monitor.pg"))));
        return List.of(new PropertiesConfigSource(known, ".run/env", 100));
    }

    /** Of the nearest folder above that has one: development mode does not start in the project's own folder everywhere. */
    private static Path file() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null
                && !Files.exists(folder.resolve(".run").resolve("env"))) {
            folder = folder.getParent();
        }
        return folder.resolve(".run").resolve("env");
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value != null && value.getValue() != null && !value.getValue().isEmpty();
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> known = new HashMap<>();
        if (!Files.exists(file)) {
            return known;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher export = EXPORT.matcher(line);
                if (export.matches()) {
                    String name = export.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                    if (!NOT_OURS.contains(name)) {
                        known.put("cell-monitor." + name, export.group(2));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
