package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class DurabilityCheckTest {

    private static final AppendSettings OPERATOR_ANSWERS = AppendSettings.usual(0, 0, true, true);
    private static final AppendSettings DEVELOPMENT = AppendSettings.usual(0, 0, false, false);

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
        assertThat(check()).isEqualTo(new Durability.Confirmed());

        bus.redis(Command.CONFIG, "SET", "appendfsync", "everysec");
        bus.redis(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");

        assertThat(check())
                .isInstanceOfSatisfying(
                        Durability.Doubtful.class,
                        doubtful -> assertThat(doubtful.reasons())
                                .containsExactly(
                                        "appendfsync is everysec, not always",
                                        "maxmemory-policy is allkeys-lru, not noeviction"));
    }

    @Test
    void promise1_aRedisThatMayLoseIsRefusedUnlessTheOperatorConfirms() {
        bus.redis(Command.CONFIG, "SET", "appendfsync", "everysec");

        assertThat(bus.opened(Bus.PRODUCTION))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RedisRefused.class)
                .withMessageStartingWith("CELL_MONITOR_REDIS: ")
                .withMessageContaining("appendfsync is everysec, not always")
                .withMessageContaining("CELL_MONITOR_REDIS_DURABILITY_CONFIRMED");
        assertThat(bus.opened(OPERATOR_ANSWERS)).succeedsWithin(Duration.ofSeconds(60));
        assertThat(bus.opened(DEVELOPMENT)).succeedsWithin(Duration.ofSeconds(60));
    }

    /** A restart may bring other settings: nothing is acknowledged before they were looked at again. */
    @Test
    void promise1_aRedisThatComesBackWeakerGetsNothing() {
        bus.append(Events.run("before"));
        bus.server.kill();
        bus.server.start("--appendfsync", "everysec");
        eventuallyAskedForItsSettings();

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> bus.append(Events.run("weak"))).isInstanceOf(LogUnavailable.class);
        }
        assertThat(bus.log.isOpen()).isFalse();
        assertThat(Events.ids(bus.readAll())).containsExactly("before");

        bus.redis(Command.CONFIG, "SET", "appendfsync", "always");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(LogUnavailable.class)
                .until(() -> bus.append(Events.run("after")) != null);
        assertThat(bus.log.isOpen()).isTrue();
        assertThat(Events.ids(bus.readAll())).containsExactly("before", "after");
    }

    @Test
    void aWrongPasswordIsARefusalWithoutTheSecret() {
        bus.redis(Command.CONFIG, "SET", "requirepass", "the-right-one");
        CompletableFuture<Void> opened = bus.opened(Bus.PRODUCTION, ":the-wrong-one@");

        assertThat(opened)
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RedisRefused.class)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith("CELL_MONITOR_REDIS: Redis refuses the login")
                        .doesNotContain("the-right-one", "the-wrong-one"));
        assertThat(bus.opened(Bus.PRODUCTION, "")).failsWithin(Duration.ofSeconds(60));
        assertThat(bus.opened(Bus.PRODUCTION, ":the-right-one@")).succeedsWithin(Duration.ofSeconds(60));
    }

    /** Promise 6: at 70 % of no limit nothing can be refused, so the operator is told, once. */
    @Test
    void promise6_aRedisWithoutALimitIsSaidOnceInProduction() {
        try (LoggedLines lines = LoggedLines.of(RedisAdmission.class)) {
            CompletableFuture<Void> opened = bus.opened(Bus.PRODUCTION);
            assertThat(opened).succeedsWithin(Duration.ofSeconds(60));
            bus.redis(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
            eventuallyOpenAgain();
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .startsWith("CELL_MONITOR_REDIS: Redis has no maxmemory")
                    .contains("CELL_MONITOR_REDIS_MEMORY_LIMIT");
        }
        try (LoggedLines lines = LoggedLines.of(RedisAdmission.class)) {
            assertThat(bus.opened(AppendSettings.usual(0, 1L << 30, true, false)))
                    .succeedsWithin(Duration.ofSeconds(60));
            assertThat(bus.opened(DEVELOPMENT)).succeedsWithin(Duration.ofSeconds(60));
            bus.redis(Command.CONFIG, "SET", "maxmemory", "1gb");
            assertThat(bus.opened(Bus.PRODUCTION)).succeedsWithin(Duration.ofSeconds(60));
            assertThat(lines.all()).isEmpty();
        }
    }

    private Durability check() {
        return DurabilityCheck.check(bus.pool::send)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void eventuallyAskedForItsSettings() {
        Awaitility.await("asked")
                .atMost(Duration.ofSeconds(60))
                .until(() -> bus.redis(Command.INFO, "commandstats").toString().contains("cmdstat_config"));
    }

    private void eventuallyOpenAgain() {
        Awaitility.await("open again")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(LogUnavailable.class)
                .until(() -> bus.append(Events.run("again")) != null);
    }
}
