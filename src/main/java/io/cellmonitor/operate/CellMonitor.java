package io.cellmonitor.operate;

import io.cellmonitor.seal.KeysetFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the application begins: it refuses a configuration that it must not run with, then starts. */
@QuarkusMain
public final class CellMonitor {

    CellMonitor() {}

    /**
     * Ends with exit code 1 and one line for each thing that is wrong, or runs until it is told to stop. {@code make-keyset FILE} makes the
     * keys that production needs, and ends.
     */
    public static void main(String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("make-keyset")) {
            makeKeyset(Path.of(arguments[1]));
            return;
        }
        List<String> refusals = isPackaged() ? StartupChecks.refusals(settings()::value) : List.of();
        if (refusals.isEmpty()) {
            Quarkus.run(arguments);
            return;
        }
        System.err.println("Cell Monitor does not start:");
        refusals.forEach(refusal -> System.err.println("  " + refusal));
        System.exit(1);
    }

    private static void makeKeyset(Path file) {
        boolean there = Files.exists(file);
        KeysetFile.readOrCreate(file);
        System.out.println(
                there
                        ? "Keys are there already: " + file
                        : "Made new keys: " + file + ". Back them up: without them"
                                + " what was sealed cannot be opened.");
    }

    /** Development mode runs this too, from class loaders of its own, with the servers that it finds itself. */
    private static boolean isPackaged() {
        String loader = String.valueOf(Thread.currentThread().getContextClassLoader());
        return !loader.contains("QuarkusClassLoader");
    }

    private static Settings settings() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new SecretFiles())
                .build();
        return name -> config.getOptionalValue(name, String.class);
    }

    private interface Settings {
        Optional<String> value(String name);
    }
}
