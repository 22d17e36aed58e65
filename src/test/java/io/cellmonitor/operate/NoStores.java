package io.cellmonitor.operate;

import io.cellmonitor.servers.LatePostgresServer;
import io.cellmonitor.servers.RestartableRedisServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The settings of all tests, with the addresses of a PostgreSQL and a Redis that refuse connections. */
public final class NoStores implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        try (LatePostgresServer postgres = LatePostgresServer.silent();
                RestartableRedisServer redis = RestartableRedisServer.embedded()) {
            settings.put("cell-monitor.pg", postgres.address());
            settings.put("cell-monitor.redis", redis.address());
        }
        return settings;
    }

    @Override
    public void stop() {
        // Nothing was left running.
    }
}
