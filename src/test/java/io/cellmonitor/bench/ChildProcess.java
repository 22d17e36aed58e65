package io.cellmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program of this run, with its output in a file. It ends with {@link #close}, at the latest with this JVM. */
final class ChildProcess implements AutoCloseable {

    private static final Set<ChildProcess> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(ChildProcess::close)));
    }

    private final String name;
    private final Path output;
    private final Process process;

    private ChildProcess(String name, Path output, Process process) {
        this.name = name;
        this.output = output;
        this.process = process;
        STARTED.add(this);
    }

    /** Starts it; its output goes to {@code <name>.log} in {@code folder}, in place of that of an earlier one. */
    static ChildProcess start(String name, Path folder, Map<String, String> environment, List<String> command) {
        Path output = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end; its output. Fails when it takes longer than {@code limit} or ends with an error. */
    static String run(String name, Path folder, Duration limit, List<String> command) {
        try (ChildProcess child = start(name, folder, Map.of(), command)) {
            child.awaitEnd(limit);
            return child.output();
        }
    }

    ProcessFigures figures() {
        return new ProcessFigures(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        STARTED.remove(this);
        process.destroy();
        if (!ended(Duration.ofSeconds(20))) {
            process.destroyForcibly();
            ended(Duration.ofSeconds(10));
        }
    }

    private void awaitEnd(Duration limit) {
        if (!ended(limit)) {
            throw new IllegalStateException(name + " does not end; see " + output);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " failed; see " + output);
        }
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
