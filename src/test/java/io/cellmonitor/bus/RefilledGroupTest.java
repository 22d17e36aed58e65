package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.trace.Tracing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 7: a store that was given up, or is new, is filled from the store of record and reads on without a gap. */
@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class RefilledGroupTest {

    private final Bus bus;
    private final FakeStore store = new FakeStore("timeseries");
    private final FakeSource source;

    RefilledGroupTest(RedisUnderTest redis) {
        bus = new Bus(redis);
        bus.redis(Command.CONFIG, "SET", "stream-node-max-entries", "1");
        source = new FakeSource(bus);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void promise7_aNewStoreIsFilledAndThenReadsOn() {
        bus.append(Events.runs("old", 350));
        source.take();
        trimAll();
        bus.append(Events.runs("not yet taken", 5));

        reader();

        eventually(() -> assertThat(store.stored).hasSize(355));
        bus.append(Events.runs("live", 10));
        eventually(() -> assertThat(store.stored).containsAll(ids("live", 10)));
    }

    @Test
    void promise7_aStoreGivenUpIsFilledAgainByItself() {
        reader();
        awaitGroup();
        bus.append(Events.runs("before", 5));
        eventually(() -> assertThat(store.stored).hasSize(5));

        store.away = true;
        bus.append(Events.runs("outage", 200));
        source.take();
        eventually(() -> assertThat(store.failures).hasValueGreaterThan(1));
        assertThat(giveUp().trim()).isPositive();
        assertThat(bus.readAll()).hasSizeLessThan(200);
        store.away = false;

        eventually(() -> assertThat(store.stored).hasSize(205).containsAll(ids("outage", 200)));
        bus.append(Events.runs("live", 5));
        eventually(() -> assertThat(store.stored).containsAll(ids("live", 5)));
    }

    @Test
    void promise9_aRefillThatWasKilledGoesOnWhereItWas() {
        bus.append(Events.runs("old", 450));
        source.take();
        source.beforeEachPage = () -> store.away = source.asked.size() > 2;
        GroupReader killed = reader();
        eventually(() -> assertThat(store.failures).hasValueGreaterThan(1));
        killed.stop();
        source.asked.clear();
        source.beforeEachPage = () -> {};
        store.away = false;

        reader();

        eventually(() -> assertThat(store.stored).hasSize(450));
        assertThat(source.asked).startsWith("200").doesNotContain("");
    }

    @Test
    void anotherTargetIsFilledFromTheBeginning() {
        bus.append(Events.runs("old", 20));
        source.take();
        GroupReader first = reader();
        eventually(() -> assertThat(store.stored).hasSize(20));
        first.stop();
        trimAll();
        store.stored.clear();
        store.target = "second";

        reader();

        eventually(() -> assertThat(store.stored).hasSize(20));
    }

    /** It would be asked, and answer with nothing, if its group were there. */
    @Test
    void aStoreIsMadeAnewOnlyAfterItsGroupIsGone() {
        GroupReader first = reader();
        awaitGroup();
        first.stop();
        store.there = false;
        store.target = "second";
        List<Integer> groups = new CopyOnWriteArrayList<>();
        store.beforeMade = () -> Uni.createFrom()
                .item(() -> groups.add(bus.groups().size()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .replaceWithVoid();

        reader();

        eventually(() -> assertThat(groups).isNotEmpty());
        assertThat(groups.getFirst()).isEqualTo(1);
        awaitGroup();
    }

    @Test
    void whatTheLogLetGoDuringARefillIsCopiedToo() {
        assertCopiedWhenLetGo(this::trimAll);
    }

    @Test
    void whatALogLetGoThatIsEmptyNowIsCopiedToo() {
        assertCopiedWhenLetGo(() -> bus.redis(Command.XTRIM, LogLayout.LOG, "MAXLEN", "0"));
    }

    private void assertCopiedWhenLetGo(Runnable trimming) {
        bus.append(Events.runs("old", 150));
        source.take();
        source.beforeEachPage = () -> {
            if (source.asked.size() == 2) {
                bus.append(Events.runs("meanwhile", 30));
                source.take();
                trimming.run();
            }
        };

        reader();

        eventually(() -> assertThat(store.stored).hasSize(180));
        bus.append(Events.runs("live", 5));
        eventually(() -> assertThat(store.stored).hasSize(185));
    }

    @Test
    void aStoreThatWasNotConfiguredWhileTheLogWentOnIsFilled() {
        GroupReader before = reader();
        awaitGroup();
        bus.append(Events.runs("a", 5));
        eventually(() -> assertThat(store.stored).hasSize(5));
        before.stop();
        bus.append(Events.runs("unconfigured", 40));
        source.take();
        trimAll();

        reader();

        eventually(() -> assertThat(store.stored).hasSize(45));
    }

    @Test
    void aRestartWithoutAGapFillsNothing() {
        GroupReader before = reader();
        awaitGroup();
        bus.append(Events.runs("a", 5));
        eventually(() -> assertThat(store.stored).hasSize(5));
        before.stop();
        source.asked.clear();
        bus.append(Events.runs("b", 5));

        reader();

        eventually(() -> assertThat(store.stored).hasSize(10));
        assertThat(source.asked).isEmpty();
    }

    private GroupReader reader() {
        Stopping stopping = new Stopping();
        SubscriberCalls calls = new SubscriberCalls(bus.vertx, Duration.ofSeconds(10));
        RedisLine line = bus.line();
        BatchStorage storage = new BatchStorage(store, calls, stopping, bus.metrics, Tracing.OFF);
        LeaseHolder lease = new LeaseHolder(new SoleReader(), "reader-timeseries");
        RefillLedger ledger = new RefillLedger("timeseries", line);
        RefilledGroup opening = new RefilledGroup(store, source, ledger, storage, calls, lease, stopping);
        GroupReader reader = new GroupReader("timeseries", line, opening, storage, lease, stopping, bus.metrics);
        reader.start();
        bus.onClose(reader::stop);
        return reader;
    }

    /** Until then an empty log is whole, and what is appended is not yet anywhere else. */
    private void awaitGroup() {
        eventually(() -> assertThat(bus.groups()).hasSize(2));
    }

    /** As the trimmer does where no other group holds it up. */
    private void trimAll() {
        bus.redis(
                Command.XTRIM,
                LogLayout.LOG,
                "MINID",
                bus.log.last().await().indefinitely().toString());
    }

    private Trimmer giveUp() {
        TrimRules rules =
                new TrimRules(Duration.ZERO, 0, Set.of("relational"), Set.of("timeseries"), Duration.ofMillis(-1));
        return new Trimmer(bus.line(), rules, rules.whenTight(), new MemoryGuard(0));
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
