package io.cellmonitor.operate;

import io.cellmonitor.servers.DebianPostgresServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The servers of all tests, but a PostgreSQL to which nobody connects without TLS. */
public final class PostgresOverTls implements QuarkusTestResourceLifecycleManager {

    private DebianPostgresServer postgres;

    @Override
    public Map<String, String> start() {
        postgres = DebianPostgresServer.overTls("ip:127.0.0.1");
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        settings.put(
                "cell-monitor.pg", postgres.address() + "?sslmode=verify-full&sslrootcert=" + postgres.certificate());
        return settings;
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
