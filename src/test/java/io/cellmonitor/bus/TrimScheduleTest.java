package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** When the log is trimmed, and how often it is said that it cannot be. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class TrimScheduleTest {

    private final Bus bus;
    private final Lease lease = new Lease();
    private final TrimSchedule schedule;
    /** In seconds, from any beginning. */
    private long now = 1_000_000;

    TrimScheduleTest(RedisUnderTest redis) {
        bus = new Bus(redis);
        // Redis frees whole nodes of the stream; one entry in each makes the floor exact.
        bus.redis(Command.CONFIG, "SET", "stream-node-max-entries", "1");
        TrimRules rules = new TrimRules(Duration.ZERO, 10, Set.of(), Set.of(), Duration.ZERO);
        TrimRules whenTight = new TrimRules(Duration.ZERO, 5, Set.of(), Set.of(), Duration.ZERO);
        Trimmer trimmer = new Trimmer(bus.line(), rules, whenTight, new MemoryGuard(0));
        schedule = new TrimSchedule(
                bus.vertx,
                trimmer,
                new LeaseHolder(lease, "trimmer"),
                () -> Duration.ofSeconds(now).toNanos());
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void promise10_theLogIsTrimmedEachHalfMinute() {
        fill();
        look(29);
        assertThat(entries()).isEqualTo(100);
        look(1);
        assertThat(entries()).isEqualTo(10);

        fill();
        look(29);
        assertThat(entries()).isEqualTo(110);
        look(1);
        assertThat(entries()).isEqualTo(10);
    }

    @Test
    void promise6_whereMemoryIsTightTheLogIsTrimmedEachSecond() {
        fill();
        String info = bus.redis(Command.INFO, "memory").toString();
        long used = Long.parseLong(info.replaceAll("(?s).*\\bused_memory:(\\d+).*", "$1"));
        bus.redis(Command.CONFIG, "SET", "maxmemory", used * 3 / 2);
        look(1);
        assertThat(entries()).isEqualTo(5);
    }

    @Test
    void anInstanceWithoutTheLeaseTrimsNothing() {
        fill();
        lease.isAnothers = true;
        look(60);
        assertThat(entries()).isEqualTo(100);
    }

    /** An outage of hours must not fill the log file. */
    @Test
    void thatRedisIsAwayIsSaidAtOnceAndThenEachHalfMinute() {
        bus.server.kill();
        try (LoggedLines lines = LoggedLines.of(TrimSchedule.class)) {
            look(1);
            assertThat(lines.all()).hasSize(1);
            look(29);
            assertThat(lines.all()).hasSize(1);
            look(1);
            assertThat(lines.all()).hasSize(2);
            look(60);
            assertThat(lines.all()).hasSize(4);
        }
    }

    private void fill() {
        bus.append(Events.runs("e", 100));
    }

    /** As often, a second later each time. */
    private void look(int times) {
        for (int time = 0; time < times; time++) {
            now++;
            schedule.look();
        }
    }

    private long entries() {
        return bus.redis(Command.XLEN, LogLayout.LOG).toLong();
    }

    private static final class Lease implements ReaderLease {

        private boolean isAnothers;

        @Override
        public Uni<Boolean> tryAcquire(String name) {
            return Uni.createFrom().item(!isAnothers);
        }

        @Override
        public Uni<Void> release(String name) {
            return Uni.createFrom().voidItem();
        }
    }
}
