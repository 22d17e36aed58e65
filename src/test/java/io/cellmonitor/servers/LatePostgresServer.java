package io.cellmonitor.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is not there yet: its port takes connections and stays silent, or refuses them, until a test starts it. */
public final class LatePostgresServer implements AutoCloseable {

    private final ServerSocket silence;
    private @Nullable EmbeddedPostgresServer server;

    private LatePostgresServer(ServerSocket silence) {
        this.silence = silence;
    }

    /** Takes connections and says nothing. */
    public static LatePostgresServer silent() {
        try {
            return new LatePostgresServer(new ServerSocket(Ports.free(), 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on refuses connections. */
    public void refuse() {
        try {
            silence.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on is there, without any table. */
    public void start() {
        refuse();
        try {
            server = EmbeddedPostgresServer.in(
                    Files.createTempDirectory("cell-monitor-postgres"), silence.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code postgresql://user:password@host:port/database} of the owner, from the beginning. */
    public String address() {
        return "postgresql://postgres:postgres@127.0.0.1:" + silence.getLocalPort() + "/postgres";
    }

    @Override
    public void close() {
        refuse();
        if (server != null) {
            server.close();
        }
    }
}
