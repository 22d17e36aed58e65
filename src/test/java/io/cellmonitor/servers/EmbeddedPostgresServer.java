package io.cellmonitor.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PostgreSQL of our own on loopback, from a Maven artifact: no installation, no container. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one on a free port; its data is thrown away at the end. */
    public static EmbeddedPostgresServer temporary() {
        return start(EmbeddedPostgres.builder());
    }

    /** Starts one on {@code port} whose data stays under {@code data}. */
    public static EmbeddedPostgresServer in(Path data, int port) {
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port));
    }

    private static EmbeddedPostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new EmbeddedPostgresServer(
                    builder.setServerConfig("max_connections", "200").start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code postgresql://user:password@host:port/database} of the owner. */
    public String address() {
        return "postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
