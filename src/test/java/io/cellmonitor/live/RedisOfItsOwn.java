package io.cellmonitor.live;

import io.cellmonitor.servers.RestartableRedisServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The servers of all tests, but a Redis that a test may kill and start again. */
public final class RedisOfItsOwn implements QuarkusTestResourceLifecycleManager {

    static RestartableRedisServer redis;

    @Override
    public Map<String, String> start() {
        redis = RestartableRedisServer.embedded();
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        settings.put("cell-monitor.redis", redis.address());
        return settings;
    }

    @Override
    public void stop() {
        redis.close();
    }
}
