package io.cellmonitor.seal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the keys at the start and hands out what works with them; without keys the application does not start. */
@Singleton
class Seals {

    /** Where the demo keeps the keys that it makes for itself. */
    private static final Path DEMO_KEYSET = Path.of(".run", "keyset.json");

    @Produces
    @Singleton
    @Startup
    static Keyset keyset(
            @ConfigProperty(name = "cell-monitor.keyset") Optional<String> path,
            @ConfigProperty(name = "cell-monitor.demo", defaultValue = "false") boolean demo) {
        if (demo) {
            return KeysetFile.readOrCreate(path.map(Path::of).orElse(DEMO_KEYSET));
        }
        return KeysetFile.read(path.map(Path::of)
                .orElseThrow(() -> new KeysetUnusable(
                        "CELL_MONITOR_KEYSET is missing: the file with the keys that seal students' data")));
    }

    @Produces
    @Singleton
    static Sealer sealer(Keyset keyset) {
        return keyset.sealer();
    }

    @Produces
    @Singleton
    static BlindIndex blindIndex(Keyset keyset) {
        return keyset.blindIndex();
    }

    @Produces
    @Singleton
    static EventSealer eventSealer(Sealer sealer) {
        return new EventSealer(sealer);
    }

    @Produces
    @Singleton
    static Names names(Sealer sealer) {
        return new Names(sealer);
    }

    @Produces
    @Singleton
    static SealedText sealedText(Sealer sealer) {
        return new SealedText(sealer);
    }
}
