package io.cellmonitor.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis on loopback that a test may kill as a power cut would, start again on the same data, or freeze. {@code appendfsync always},
 * {@code noeviction}, as production.
 */
public final class RestartableRedisServer implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/bin/redis-server");

    private final String executable;
    private final Path data;
    private final int port;
    private Process process;

    private RestartableRedisServer(String executable) {
        try {
            this.executable = executable;
            this.data = Files.createTempDirectory("cell-monitor-redis");
            this.port = Ports.free();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of the Maven artifact: 6.2. */
    public static RestartableRedisServer embedded() {
        try {
            return new RestartableRedisServer(
                    ExecutableProvider.newJarResourceProvider().get().getAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that the machine has: 7.0 or later. */
    public static RestartableRedisServer debian() {
        return new RestartableRedisServer(DEBIAN.toString());
    }

    /** Whether this machine has one. */
    public static boolean hasDebian() {
        return Files.isExecutable(DEBIAN);
    }

    /** Starts it (again), and waits until it answers; {@code settings} ({@code "--appendfsync", "no"}) win over the usual ones. */
    public void start(String... settings) {
        List<String> command = new ArrayList<>(List.of(executable, "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", data.toString(), "--appendonly", "yes", "--appendfsync", "always"));
        command.addAll(List.of("--maxmemory-policy", "noeviction", "--save", ""));
        command.addAll(List.of(settings));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(this::answers);
    }

    /** Kills it with SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it in its tracks: connections stay open and silent. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void thaw() {
        signal("-CONT");
    }

    /** {@code redis://host:port}. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, "" + process.pid())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }
}
