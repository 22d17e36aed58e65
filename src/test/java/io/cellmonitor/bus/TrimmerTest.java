package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 10. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class TrimmerTest {

    private final Bus bus;
    private List<StreamId> ids = List.of();

    TrimmerTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @BeforeEach
    void fill() {
        // Redis frees whole nodes of the stream; one entry in each makes the floor exact.
        bus.redis(Command.CONFIG, "SET", "stream-node-max-entries", "1");
        ids = bus.append(Events.runs("e", 100));
    }

    @AfterEach
    void close() {
        bus.redis(Command.CONFIG, "SET", "maxmemory", 0);
        bus.close();
    }

    @Test
    void promise10_theSlowestGroupIsTheFloor() {
        group("fast", 100, 100);
        group("slow", 40, 40);
        assertThat(trimmer(Duration.ZERO, 0, "fast", "slow").trim()).isEqualTo(39);
        assertThat(first()).isEqualTo(ids.get(39));
    }

    @Test
    void promise10_whatIsPendingStays() {
        group("fast", 100, 100);
        group("slow", 80, 25);
        trimmer(Duration.ZERO, 0, "fast", "slow").trim();
        assertThat(first()).isEqualTo(ids.get(25));
    }

    @Test
    void promise10_aMissingGroupStopsTrimming() {
        group("fast", 100, 100);
        assertThat(trimmer(Duration.ZERO, 0, "fast", "missing").trim()).isZero();
        assertThat(first()).isEqualTo(ids.getFirst());
    }

    @Test
    void promise10_aGroupGivenUpDoesNotCount() {
        group("fast", 100, 100);
        group("given up", 1, 0);
        assertThat(trimmer(Duration.ZERO, 0, "fast").trim()).isEqualTo(99);
    }

    @Test
    void promise7_aGroupThatHoldsUpTrimmingTooLongIsGivenUp() {
        group("relational", 100, 100);
        group("timeseries", 40, 40);
        assertThat(optional(Duration.ofHours(1)).trim()).isEqualTo(39);
        assertThat(bus.groups()).contains("timeseries");

        assertThat(optional(Duration.ofMillis(-1)).trim()).isEqualTo(60);
        assertThat(bus.groups()).containsExactly("relational");
    }

    @Test
    void promise7_aGroupThatIsNotBehindStaysHoweverOldItsLastEntry() {
        group("relational", 100, 100);
        group("timeseries", 100, 100);
        optional(Duration.ofMillis(-1)).trim();
        assertThat(bus.groups()).contains("timeseries");
    }

    @Test
    void promise7_whatIsPendingCountsAsBehind() {
        group("relational", 100, 100);
        group("timeseries", 100, 30);
        optional(Duration.ofMillis(-1)).trim();
        assertThat(bus.groups()).containsExactly("relational");
    }

    @Test
    void promise7_aGroupGivenUpDoesNotStopTrimming() {
        group("relational", 100, 100);
        assertThat(optional(Duration.ofHours(1)).trim()).isEqualTo(99);
    }

    @Test
    void promise10_theLastEntriesStay() {
        group("fast", 100, 100);
        assertThat(trimmer(Duration.ZERO, 30, "fast").trim()).isEqualTo(70);
        assertThat(first()).isEqualTo(ids.get(70));
    }

    @Test
    void promise10_theLastMinutesStay() {
        group("fast", 100, 100);
        assertThat(trimmer(Duration.ofMinutes(15), 0, "fast").trim()).isZero();
    }

    @Test
    void promise6_whereMemoryIsTightWhatEveryGroupHasGoesHoweverNew() {
        group("fast", 100, 100);
        group("slow", 100, 60);
        Trimmer trimmer = trimmer(Duration.ofMinutes(15), 30, "fast", "slow");
        assertThat(trimmer.makeRoom()).isZero();
        memoryIsTight();
        assertThat(trimmer.isTight()).isTrue();
        assertThat(trimmer.trim()).isZero();
        assertThat(trimmer.makeRoom()).isEqualTo(60);
        assertThat(first()).isEqualTo(ids.get(60));
    }

    @Test
    void promise6_whereMemoryIsTightTheLastEntriesStay() {
        group("fast", 100, 100);
        memoryIsTight();
        assertThat(trimmer(Duration.ofMinutes(15), 30, "fast").makeRoom()).isEqualTo(70);
    }

    @Test
    void promise7_whereMemoryIsTightAGroupThatMayBeGivenUpWaitsAMinute() {
        assertThat(TrimRules.usual(Set.of(), Set.of()).whenTight().giveUpAfter())
                .isEqualTo(Duration.ofMinutes(1));
        group("relational", 100, 100);
        group("timeseries", 40, 40);
        memoryIsTight();
        TrimRules tight =
                new TrimRules(Duration.ZERO, 0, Set.of("relational"), Set.of("timeseries"), Duration.ofMillis(-1));
        assertThat(optional(Duration.ofHours(1)).makeRoom()).isEqualTo(39);
        assertThat(new Trimmer(bus.line(), TrimRules.usual(Set.of(), Set.of()), tight, new MemoryGuard(0)).makeRoom())
                .isEqualTo(60);
        assertThat(bus.groups()).containsExactly("relational");
    }

    /** Redis uses two thirds of what it may. */
    private void memoryIsTight() {
        String info = bus.redis(Command.INFO, "memory").toString();
        long used = Long.parseLong(info.replaceAll("(?s).*\\bused_memory:(\\d+).*", "$1"));
        bus.redis(Command.CONFIG, "SET", "maxmemory", used * 3 / 2);
    }

    @Test
    void anEmptyLogIsNoTrouble() {
        bus.redis(Command.DEL, LogLayout.LOG);
        assertThat(trimmer(Duration.ZERO, 0, "fast").trim()).isZero();
    }

    private Trimmer trimmer(Duration keep, int keepEntries, String... groups) {
        TrimRules rules = new TrimRules(keep, keepEntries, Set.of(groups), Set.of(), Duration.ZERO);
        return new Trimmer(bus.line(), rules, rules.whenTight(), new MemoryGuard(0));
    }

    /** Where the group {@code timeseries} may be given up. */
    private Trimmer optional(Duration giveUpAfter) {
        TrimRules rules = new TrimRules(Duration.ZERO, 0, Set.of("relational"), Set.of("timeseries"), giveUpAfter);
        return new Trimmer(bus.line(), rules, rules.whenTight(), new MemoryGuard(0));
    }

    /** A group that has read some and acknowledged the first of them. */
    private void group(String name, int read, int acknowledged) {
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, name, "0");
        bus.redis(Command.XREADGROUP, "GROUP", name, "reader", "COUNT", read, "STREAMS", LogLayout.LOG, ">");
        for (StreamId id : ids.subList(0, acknowledged)) {
            bus.redis(Command.XACK, LogLayout.LOG, name, id.toString());
        }
    }

    private StreamId first() {
        return bus.log.first().await().indefinitely();
    }
}
