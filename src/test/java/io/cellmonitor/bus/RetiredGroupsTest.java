package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 10, for stores that are configured no longer: nobody reads their groups, so the log must not wait for them. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class RetiredGroupsTest {

    private final Bus bus;

    RetiredGroupsTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void promise10_theGroupOfAStoreThatIsConfiguredNoLongerGoes() {
        makeGroups("relational", "timeseries", "somebody-elses");
        new RetiredGroups(Set.of("relational")).remove(bus.line());
        assertThat(bus.groups()).containsExactlyInAnyOrder("relational", "somebody-elses");
    }

    @Test
    void theGroupOfAStoreThatIsConfiguredStays() {
        makeGroups("relational", "timeseries");
        new RetiredGroups(Set.of("relational", "timeseries")).remove(bus.line());
        assertThat(bus.groups()).containsExactlyInAnyOrder("relational", "timeseries");
    }

    @Test
    void whereThereIsNoLogYetThereIsNothingToDo() {
        new RetiredGroups(Set.of("relational")).remove(bus.line());
        assertThat(bus.redis(Command.EXISTS, LogLayout.LOG).toInteger()).isZero();
    }

    private void makeGroups(String... names) {
        for (String name : names) {
            bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, name, "0", "MKSTREAM");
        }
    }
}
