package io.cellmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of a process (proc(5)). */
record ProcessFigures(long pid) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    /** Seconds of processor time so far, of the program and of the kernel for it. */
    double cpuSeconds() {
        return cpuSeconds(read("stat"));
    }

    /** Of these, what Java's compilers took. */
    double compilerSeconds() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(thread -> read("task/" + thread.getFileName() + "/stat"))
                    .filter(stat -> stat.contains("(C1 Comp") || stat.contains("(C2 Comp"))
                    .mapToDouble(ProcessFigures::cpuSeconds)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    /** Resident memory in MiB. */
    long residentMebibytes() {
        return mebibytes("VmRSS:");
    }

    /** The most resident memory that it has had so far, in MiB. */
    long mostResidentMebibytes() {
        return mebibytes("VmHWM:");
    }

    private long mebibytes(String name) {
        return read("status")
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1024;
    }

    /** Empty for a thread that has ended. */
    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            if (file.startsWith("task/")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
