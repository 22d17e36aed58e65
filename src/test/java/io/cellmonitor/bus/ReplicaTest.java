package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.RestartableRedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 1 with a replica: nothing is acknowledged that it has not. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class ReplicaTest {

    private final Bus bus;
    private final RestartableRedisServer replica;
    private final Redis toReplica;

    ReplicaTest(RedisUnderTest redis) {
        bus = new Bus(redis, AppendSettings.usual(1, 0, true, false));
        replica = redis.start();
        toReplica = Redis.createClient(bus.vertx, replica.address());
        URI master = URI.create(bus.server.address());
        ask(Request.cmd(Command.REPLICAOF, master.getHost(), master.getPort()));
        Awaitility.await("the replica follows")
                .atMost(Duration.ofSeconds(60))
                .until(() -> bus.redis(Command.INFO, "replication").toString().contains("state=online"));
    }

    @AfterEach
    void close() {
        toReplica.close();
        replica.close();
        bus.close();
    }

    @Test
    void promise1_whatIsAcknowledgedIsOnTheReplica() {
        for (int i = 0; i < 50; i++) {
            bus.append(Events.run("event-" + i));
            assertThat(length()).isGreaterThanOrEqualTo(i + 1);
        }
    }

    @Test
    void promise1_withoutTheReplicaNothingIsAcknowledged() {
        bus.append(Events.run("before"));
        replica.freeze();
        try {
            assertThatThrownBy(() -> bus.append(Events.run("alone")))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("replicas");
        } finally {
            replica.thaw();
        }
        Awaitility.await("taken again")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(LogUnavailable.class)
                .until(() -> bus.append(Events.run("after")), id -> true);
    }

    private int length() {
        return ask(Request.cmd(Command.XLEN, LogLayout.LOG)).toInteger();
    }

    private Response ask(Request request) {
        return toReplica
                .send(request)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
