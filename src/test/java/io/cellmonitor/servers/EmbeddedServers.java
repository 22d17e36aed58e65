package io.cellmonitor.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/**
 * The servers of {@code ./dev run}: {@code EmbeddedServers FOLDER postgres=PORT redis=PORT}, each named one is started with its data in
 * FOLDER, and again whenever it dies. Each start is a JSON line on standard output. They end when standard input does: whoever started
 * them cannot die and leave them behind.
 */
public final class EmbeddedServers {

    private EmbeddedServers() {}

    public static void main(String[] arguments) throws IOException {
        // Two threads that ask for their first logger at once would wait for each other for ever.
        LogManager.getLogManager();
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        List<Supervision> servers = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] wanted = arguments[i].split("=", 2);
            servers.add(supervise(wanted[0], folder.resolve(wanted[0]), Integer.parseInt(wanted[1])));
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> servers.parallelStream().forEach(Supervision::close)));
        while (System.in.read() >= 0) {
            // Nothing is said to us; we listen for the end only.
        }
        System.exit(0);
    }

    private static Supervision supervise(String name, Path data, int port) {
        return new Supervision(
                name,
                () -> start(name, data, port),
                server -> say(name, "address", server.address()),
                refused -> say(name, "refused", refused.getClass().getSimpleName()));
    }

    /** What a killed process left goes first: it still has the port on which clients look for us. */
    private static Server start(String name, Path data, int port) throws IOException {
        return switch (name) {
            case "postgres" -> {
                EmbeddedPostgresServer.endLeftover(data);
                yield EmbeddedPostgresServer.in(data, Ports.firstFree(port));
            }
            case "redis" -> {
                EmbeddedRedisServer.endLeftover(data);
                yield EmbeddedRedisServer.in(data, Ports.firstFree(port));
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static synchronized void say(String name, String what, String value) {
        System.out.println("{\"server\":\"" + name + "\",\"" + what + "\":\"" + value + "\"}");
        System.out.flush();
    }
}
