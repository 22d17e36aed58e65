package io.cellmonitor.history;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What figures were measured on. */
final class MachineDescription {

    private MachineDescription() {}

    /** Date, processor, memory, system, how busy it was: a figure from a busy machine is worth less. */
    static String text() throws IOException {
        return "Measured on %s: %d cores (%s), %s GiB of memory, Linux %s, JDK %s; %.1f processes wanted to run over the last minute."
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name\\s*: (.*)"),
                        Long.parseLong(first("/proc/meminfo", "MemTotal:\\s*(\\d+)")) / (1 << 20),
                        System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
                        Runtime.version().feature(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .formatted(Locale.ROOT);
    }

    private static String first(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        return matcher.find() ? matcher.group(1).strip() : "0";
    }
}
