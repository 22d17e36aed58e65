package io.cellmonitor.live;

import io.cellmonitor.servers.EmbeddedPostgresServer;
import io.cellmonitor.servers.Ports;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The servers of all tests, but a PostgreSQL that a test may stop and start again. */
public final class PostgresOfItsOwn implements QuarkusTestResourceLifecycleManager {

    private static Path data;
    private static int port;
    private static EmbeddedPostgresServer postgres;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("cell-monitor-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = Ports.free();
        startAgain();
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        settings.put("cell-monitor.pg", postgres.address());
        return settings;
    }

    /** Starts it where it was. */
    static void startAgain() {
        postgres = EmbeddedPostgresServer.in(data, port);
    }

    @Override
    public void stop() {
        stopNow();
    }

    /** From now on it refuses connections. */
    static void stopNow() {
        postgres.close();
    }
}
