package io.cellmonitor.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis of our own on loopback, from a Maven artifact, with {@code appendfsync always} and {@code noeviction}. */
public final class EmbeddedRedisServer implements AutoCloseable {

    private final RedisServer server;
    private final int port;

    private EmbeddedRedisServer(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one on a free port with its data in a new temporary folder. */
    public static EmbeddedRedisServer temporary() {
        try {
            return in(Files.createTempDirectory("cell-monitor-redis"), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one on {@code port} whose data stays under {@code data}. */
    public static EmbeddedRedisServer in(Path data, int port) {
        try {
            Files.createDirectories(data);
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("dir " + data.toAbsolutePath())
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .setting("maxmemory-policy noeviction")
                    .setting("save \"\"")
                    .build();
            server.start();
            return new EmbeddedRedisServer(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code redis://host:port}. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
