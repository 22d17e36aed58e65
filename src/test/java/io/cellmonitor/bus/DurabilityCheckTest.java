package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class DurabilityCheckTest {

    private final Bus bus;

    DurabilityCheckTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void promise1_aRedisThatMayLoseIsNoticed() {
        assertThat(DurabilityCheck.check(bus.line())).isEqualTo(new Durability.Confirmed());

        bus.redis(Command.CONFIG, "SET", "appendfsync", "everysec");
        bus.redis(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");

        assertThat(DurabilityCheck.check(bus.line()))
                .isInstanceOfSatisfying(
                        Durability.Doubtful.class,
                        doubtful -> assertThat(doubtful.reasons())
                                .containsExactly(
                                        "appendfsync is everysec, not always",
                                        "maxmemory-policy is allkeys-lru, not noeviction"));
    }

    @Test
    void promise1_aRedisThatMayLoseIsRefusedUnlessTheOperatorConfirms() {
        assertThatCode(() -> DurabilityCheck.require(bus.line(), false)).doesNotThrowAnyException();

        bus.redis(Command.CONFIG, "SET", "appendfsync", "everysec");

        assertThatThrownBy(() -> DurabilityCheck.require(bus.line(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appendfsync is everysec, not always")
                .hasMessageContaining("cell-monitor.redis-durability-confirmed");
        assertThatCode(() -> DurabilityCheck.require(bus.line(), true)).doesNotThrowAnyException();
    }
}
