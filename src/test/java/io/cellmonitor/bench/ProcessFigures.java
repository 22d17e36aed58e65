package io.cellmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process (proc(5)). */
record ProcessFigures(long pid) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    /** Seconds of processor time so far, of the program and of the kernel for it. */
    double cpuSeconds() {
        String stat = read("stat");
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

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
