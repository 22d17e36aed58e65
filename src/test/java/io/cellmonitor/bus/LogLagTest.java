package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Up to which moment of the log a store has everything. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class LogLagTest {

    private final Bus bus;
    private final LogLag lag;

    LogLagTest(RedisUnderTest redis) {
        bus = new Bus(redis);
        lag = new LogLag(bus.pool);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void aStoreHasEverythingUpToTheOldestThatItHasNotAcknowledged() {
        bus.append(Events.runs("a", 3));
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, "relational", "0");
        bus.redis(Command.XREADGROUP, "GROUP", "relational", "reader", "COUNT", "2", "STREAMS", LogLayout.LOG, ">");

        assertThat(lag.storedUpTo("relational").await().indefinitely()).contains(momentOfTheFirst());
    }

    @Test
    void aStoreThatHasAllHasItUpToNow() {
        bus.append(Events.runs("a", 3));
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, "relational", "$");

        assertThat(lag.storedUpTo("relational").await().indefinitely())
                .hasValueSatisfying(moment -> assertThat(moment).isAfterOrEqualTo(momentOfTheFirst()));
    }

    @Test
    void nobodyKnowsWhatAStoreHasWhoseGroupIsNotThere() {
        assertThat(lag.storedUpTo("relational").await().indefinitely()).isEmpty();
        bus.append(Events.runs("a", 3));
        assertThat(lag.storedUpTo("relational").await().indefinitely()).isEmpty();
    }

    private Instant momentOfTheFirst() {
        String place =
                bus.redis(Command.XRANGE, LogLayout.LOG, "-", "+").get(0).get(0).toString();
        return Instant.ofEpochMilli(StreamId.parse(place).milliseconds());
    }
}
