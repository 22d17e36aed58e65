package io.cellmonitor.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of our own on loopback, from a Maven artifact: no installation, no container. */
public final class EmbeddedPostgresServer implements Server {

    private final EmbeddedPostgres server;
    private final PidFile pid;

    private EmbeddedPostgresServer(EmbeddedPostgres server, PidFile pid) {
        this.server = server;
        this.pid = pid;
    }

    /** Starts one on a free port, for tests: without fsync. */
    public static EmbeddedPostgresServer temporary() {
        try {
            return start(EmbeddedPostgres.builder(), Files.createTempDirectory("cell-monitor-postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one on {@code port} whose data stays under {@code data}; ends one that a killed process left on the same data. */
    public static EmbeddedPostgresServer in(Path data, int port) {
        // The library says -F (no fsync): right for tests, wrong for data that stays.
        return start(EmbeddedPostgres.builder().setServerConfig("fsync", "on").setPort(port), data);
    }

    private static EmbeddedPostgresServer start(EmbeddedPostgres.Builder builder, Path data) {
        PidFile pid = pidFile(data);
        try {
            pid.endLeftover();
            EmbeddedPostgres server = UnpackedPostgres.ofUser()
                    .start(builder.setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("max_connections", "200")
                            // The library turns it off: a killed server would forget what it has committed.
                            .setServerConfig("synchronous_commit", "on"));
            return new EmbeddedPostgresServer(server, pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends one that a killed process left on {@code data}. */
    static void endLeftover(Path data) throws IOException {
        pidFile(data).endLeftover();
    }

    private static PidFile pidFile(Path data) {
        return new PidFile(data.resolve("postmaster.pid"), "postgres");
    }

    /** {@code postgresql://user:password@host:port/database} of the owner. */
    @Override
    public String address() {
        return "postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public ProcessHandle process() {
        return pid.process().orElseThrow(() -> new IllegalStateException("PostgreSQL has just died"));
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
