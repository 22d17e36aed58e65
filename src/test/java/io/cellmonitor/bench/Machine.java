package io.cellmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it ran on. */
final class Machine {

    private Machine() {}

    /** Programs that wanted the processors in the last minute, on average: what else ran here shows in it. */
    static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** As it calls itself. */
    static String processor() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo"))
                    .lines()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processors, memory, kernel, in one line. */
    static String description() throws IOException {
        long kibibytes = Files.readString(Path.of("/proc/meminfo"))
                .lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %.0f GiB memory, Linux %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                kibibytes / 1024.0 / 1024.0,
                System.getProperty("os.version"));
    }
}
