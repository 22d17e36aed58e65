package io.cellmonitor.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the keys of students' tokens at the start; without them the application does not start, but the demo makes one for itself. */
@Singleton
public class ConfiguredTokenKeys {

    private static final String SETTING = "CELL_MONITOR_TOKEN_KEYS";
    private static final Path DEMO_KEYS = Path.of(".run", "token-keys");

    @Produces
    @Singleton
    @Startup
    static TokenKeys tokenKeys(
            @ConfigProperty(name = "cell-monitor.token-keys") Optional<String> keys,
            @ConfigProperty(name = "cell-monitor.token-keys-file") Optional<String> file,
            @ConfigProperty(name = "cell-monitor.demo", defaultValue = "false") boolean demo) {
        return demo && keys.isEmpty()
                ? TokenKeysFile.readOrCreate(file.map(Path::of).orElse(DEMO_KEYS))
                : read(keys, file);
    }

    /** Why the application must not start with these settings; empty when it may. Names the setting and shows no key. */
    public static Optional<String> refusal(Optional<String> keys, Optional<String> file) {
        try {
            read(keys, file);
            return Optional.empty();
        } catch (TokenKeysUnusable unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }

    private static TokenKeys read(Optional<String> keys, Optional<String> file) {
        if (keys.isPresent()) {
            return TokenKeys.of(keys.get(), SETTING);
        }
        return TokenKeysFile.read(
                file.map(Path::of)
                        .orElseThrow(
                                () -> new TokenKeysUnusable(
                                        TokenKeysFile.SETTING,
                                        "is missing: set it to a file with the key that signs students' tokens (openssl rand -base64 32)")));
    }
}
