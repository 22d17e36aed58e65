package io.cellmonitor.influx;

import io.cellmonitor.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's InfluxDB 1.6, when it is installed: a process of its own on loopback, which a test may kill and start again on the same data. */
public final class DebianInflux implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/influxd");

    private final Path data;
    private final int port = Ports.free();
    private final int backupPort = Ports.free();
    private Process process;

    private DebianInflux(Path data) {
        this.data = data;
        this.process = launch();
    }

    /** Whether its program is there. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one on a free port, with its data in a new temporary folder. */
    public static DebianInflux temporary() {
        try {
            return in(Files.createTempDirectory("cell-monitor-influx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one on a free port, whose data stays under {@code data}. */
    public static DebianInflux in(Path data) {
        DebianInflux influx = new DebianInflux(data.toAbsolutePath());
        influx.awaitAnswer();
        return influx;
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Kills it with SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same data and port, and waits until it answers. */
    public void start() {
        process = launch();
        awaitAnswer();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            Path configuration = Files.writeString(data.resolve("influxdb.conf"), configuration());
            return new ProcessBuilder(PROGRAM.toString(), "-config", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("influx.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration() {
        return """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                dir = "%s/meta"
                [data]
                dir = "%s/data"
                wal-dir = "%s/wal"
                query-log-enabled = false
                [http]
                bind-address = "127.0.0.1:%d"
                log-enabled = false
                [monitor]
                store-enabled = false
                """.formatted(backupPort, data, data, data, port);
    }

    private void awaitAnswer() {
        new Upstream(address()).awaitUp(process, data);
    }
}
