package io.cellmonitor.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of our own on loopback, with {@code appendfsync always} and {@code noeviction}, from a Maven artifact: no
 * installation, no container.
 */
public final class EmbeddedRedisServer implements Server {

    private final Process process;
    private final int port;

    private EmbeddedRedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one on a free port with its data in a new temporary folder. */
    public static EmbeddedRedisServer temporary() {
        try {
            return in(Files.createTempDirectory("cell-monitor-redis"), Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one on {@code port} whose data stays under {@code data}; ends one that a killed process left on the same data. */
    public static EmbeddedRedisServer in(Path data, int port) {
        try {
            Files.createDirectories(data);
            PidFile pid = pidFile(data);
            pid.endLeftover();
            Process process = new ProcessBuilder(command(data.toAbsolutePath(), pid, port))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("redis.log").toFile())
                    .start();
            EmbeddedRedisServer server = new EmbeddedRedisServer(process, port);
            RedisPing.await(process, port);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends one that a killed process left on {@code data}. */
    static void endLeftover(Path data) throws IOException {
        pidFile(data).endLeftover();
    }

    private static PidFile pidFile(Path data) {
        return new PidFile(data.toAbsolutePath().resolve("redis.pid"), "redis-server");
    }

    private static List<String> command(Path data, PidFile pid, int port) throws IOException {
        return List.of(
                program(data).getAbsolutePath(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--pidfile",
                pid.path().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--maxmemory",
                "2gb",
                "--maxmemory-policy",
                "noeviction",
                "--save",
                "");
    }

    private static File program(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolveSibling(data.getFileName() + "-program"));
        return ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
    }

    /** {@code redis://host:port}. */
    @Override
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
