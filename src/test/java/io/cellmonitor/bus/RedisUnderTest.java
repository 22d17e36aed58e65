package io.cellmonitor.bus;

import io.cellmonitor.servers.RestartableRedisServer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The versions of Redis on which the suite runs: the oldest that is supported, and the machine's own where there is one. */
enum RedisUnderTest {
    EMBEDDED(RestartableRedisServer::embedded),
    DEBIAN(RestartableRedisServer::debian);

    private final Supplier<RestartableRedisServer> starter;

    RedisUnderTest(Supplier<RestartableRedisServer> starter) {
        this.starter = starter;
    }

    RestartableRedisServer start() {
        return starter.get();
    }

    static Stream<RedisUnderTest> available() {
        return RestartableRedisServer.hasDebian() ? Stream.of(EMBEDDED, DEBIAN) : Stream.of(EMBEDDED);
    }
}
