package io.cellmonitor.operate;

import io.cellmonitor.servers.RestartableRedisServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The servers of all tests, but a Redis that takes connections and is silent. */
public final class RedisComesLater implements QuarkusTestResourceLifecycleManager {

    static RestartableRedisServer redis;

    @Override
    public Map<String, String> start() {
        redis = RestartableRedisServer.embedded();
        redis.freeze();
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        settings.put("cell-monitor.redis", redis.address());
        return settings;
    }

    @Override
    public void stop() {
        redis.close();
    }
}
