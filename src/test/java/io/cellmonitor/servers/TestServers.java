package io.cellmonitor.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * One PostgreSQL and one Redis for all tests of a JVM. For a plain JUnit test: {@code TestServers.postgres()}, {@code TestServers.redis()};
 * for a {@code @QuarkusTest}: {@code @QuarkusTestResource(TestServers.class)}.
 */
public final class TestServers implements QuarkusTestResourceLifecycleManager {

    private static Server postgres;
    private static EmbeddedRedisServer redis;

    /** Address of the owner's login. */
    public static synchronized String postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgresServer.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        }
        return postgres.address();
    }

    /** Address of Redis. */
    public static synchronized String redis() {
        if (redis == null) {
            redis = EmbeddedRedisServer.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
        }
        return redis.address();
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cell-monitor.pg", postgres(),
                "cell-monitor.redis", redis(),
                "cell-monitor.demo", "true",
                "cell-monitor.open-door", "true",
                "cell-monitor.keyset", Path.of("target", "test-keyset.json").toString(),
                "cell-monitor.token-keys-file",
                        Path.of("target", "test-token-keys").toString(),
                "cell-monitor.admin", "first-admin",
                "cell-monitor.admin-password", "first-admin-password",
                "cell-monitor.teacher", "demo-teacher",
                "cell-monitor.teacher-password", "demo-teacher-password");
    }

    @Override
    public void stop() {
        // The servers serve all tests of this JVM and end with it.
    }
}
