package io.cellmonitor.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings out of files, as containers are given their secrets: in the folder {@code cell-monitor.secrets} the file {@code cell-monitor.NAME} holds that
 * setting. A variable of the environment says more than a file.
 */
public final class SecretFiles implements ConfigSourceFactory {

    static final String FOLDER = "cell-monitor.secrets";

    private static final String OURS = "cell-monitor.";
    /** Below the environment's 300, above a file of properties. */
    private static final int ORDINAL = 280;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return value(context, FOLDER)
                .<Iterable<ConfigSource>>map(folder -> List.of(source(Path.of(folder))))
                .orElse(List.of());
    }

    /** A setting of the sources that are there already; empty when it is missing or blank. */
    static Optional<String> value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null
                ? Optional.empty()
                : Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
    }

    /** Of all files there whose names are those of settings; without the line break at their ends. Of a folder that is missing, nothing. */
    static ConfigSource source(Path folder) {
        Map<String, String> known = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(SecretFiles::isSetting).toList()) {
                    known.put(
                            file.getFileName().toString(),
                            Files.readString(file).strip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PropertiesConfigSource(known, FOLDER, ORDINAL);
    }

    private static boolean isSetting(Path file) {
        return file.getFileName().toString().startsWith(OURS) && Files.isReadable(file) && !Files.isDirectory(file);
    }
}
