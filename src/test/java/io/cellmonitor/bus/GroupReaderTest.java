package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.trace.Tracing;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class GroupReaderTest {

    private final Bus bus;
    private final FakeStore store = new FakeStore("relational");

    GroupReaderTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void everyEventIsStoredInOrderAndAcknowledged() {
        List<UnloggedEvent> before = Events.runs("before", 1_500);
        bus.append(before.subList(0, 500));
        bus.append(before.subList(500, 1_500));
        reader(new SoleReader());
        bus.append(Events.runs("after", 10));

        eventually(() -> assertThat(store.stored).hasSize(1_510));
        assertThat(store.stored.subList(0, 1_500)).isEqualTo(Events.sentIds(before));
        eventually(() -> assertThat(pending()).isZero());
    }

    /** Promise 9: what a reader had read and not acknowledged when it died comes first for the next one. */
    @Test
    void promise9_aNewReaderDrainsWhatTheDeadOneLeft() {
        bus.append(Events.runs("left", 20));
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, "relational", "0");
        bus.redis(Command.XREADGROUP, "GROUP", "relational", "reader", "COUNT", "10", "STREAMS", LogLayout.LOG, ">");
        assertThat(pending()).isEqualTo(10);

        reader(new SoleReader());

        eventually(() -> assertThat(store.stored).hasSize(20));
        assertThat(store.stored.subList(0, 10)).isEqualTo(Events.sentIds(Events.runs("left", 10)));
        eventually(() -> assertThat(pending()).isZero());
    }

    /** Promise 5: a bad event is tried five times alone, then put aside; all others are stored. */
    @Test
    void promise5_oneBadEventStopsNothing() {
        store.poison.add("e-13");
        bus.append(Events.runs("e", 50));
        reader(new SoleReader());

        eventually(() -> assertThat(store.deadLetters).containsExactly("e-13: DataError"));
        eventually(() -> assertThat(store.stored).hasSize(49));
        assertThat(store.triesOfPoisonAlone).hasValue(5);
        eventually(() -> assertThat(pending()).isZero());
        assertThat(bus.registry
                        .counter("cellmonitor.group.dead.letters", "group", "relational")
                        .count())
                .isEqualTo(1);
    }

    /** Promise 5: a store that is away is tried for ever and makes no dead letters. */
    @Test
    void promise5_anOutageOfTheStoreCountsNothing() {
        store.away = true;
        reader(new SoleReader());
        bus.append(Events.runs("e", 5));
        eventually(() -> assertThat(store.failures).hasValueGreaterThan(6));

        store.away = false;

        eventually(() -> assertThat(store.stored).hasSize(5));
        assertThat(store.deadLetters).isEmpty();
    }

    @Test
    void aBacklogIsReadAheadWhileTheStoreWorksAndStoredInOrder() {
        List<String> sent = new ArrayList<>();
        for (int body = 0; body < 10; body++) {
            List<UnloggedEvent> events = Events.runs("b" + body + "-", 450);
            bus.append(events);
            sent.addAll(Events.sentIds(events));
        }
        store.gate = new CompletableFuture<>();
        reader(new SoleReader());
        eventually(() -> assertThat(pending()).isEqualTo(4_000));
        eventually(() -> assertThat(store.stored).hasSize(2_000));

        store.gate.complete(null);

        eventually(() -> assertThat(store.stored).isEqualTo(sent));
        eventually(() -> assertThat(pending()).isZero());
    }

    @Test
    void whatAnotherReaderTookAndDidNotStoreIsStoredWithoutARestart() {
        reader(new SoleReader());
        bus.append(Events.run("a"));
        eventually(() -> assertThat(store.stored).containsExactly("a"));

        takeBefore(Events.run("b"));

        eventually(() -> assertThat(store.stored).containsExactly("a", "b"));
        eventually(() -> assertThat(pending()).isZero());
    }

    @Test
    void aDestroyedGroupIsMadeAgainAndNothingIsMissed() {
        reader(new SoleReader());
        bus.append(Events.runs("a", 5));
        eventually(() -> assertThat(store.stored).hasSize(5));

        bus.redis(Command.XGROUP, "DESTROY", LogLayout.LOG, "relational");
        bus.append(Events.runs("b", 5));

        eventually(() -> assertThat(store.stored).hasSize(10));
    }

    @Test
    void aRestartOfRedisHealsByItself() {
        reader(new SoleReader());
        bus.append(Events.runs("a", 5));
        eventually(() -> assertThat(store.stored).hasSize(5));

        bus.server.kill();
        bus.server.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(LogUnavailable.class)
                .until(() -> bus.append(Events.run("b")) != null);

        eventually(() -> assertThat(store.stored).contains("b"));
    }

    @Test
    void aReaderWithoutTheLeaseStandsBy() {
        AtomicReference<Boolean> mine = new AtomicReference<>(false);
        reader(new ReaderLease() {
            @Override
            public Uni<Boolean> tryAcquire(String name) {
                return Uni.createFrom().item(mine.get());
            }

            @Override
            public Uni<Void> release(String name) {
                return Uni.createFrom().voidItem();
            }
        });
        bus.append(Events.run("a"));
        Awaitility.await()
                .during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(60))
                .until(store.stored::isEmpty);

        mine.set(true);

        eventually(() -> assertThat(store.stored).containsExactly("a"));
    }

    @Test
    void whatIsNoEventIsPutAsideAsItIs() {
        bus.redis(Command.XADD, LogLayout.LOG, "*", "e", "{}", "s", "x");
        assertPutAsideAndTheNextStored();
    }

    private void assertPutAsideAndTheNextStored() {
        bus.append(Events.run("good"));
        reader(new SoleReader());

        eventually(() -> assertThat(store.stored).containsExactly("good"));
        assertThat(bus.redis(Command.XLEN, LogLayout.UNREADABLE).toInteger()).isEqualTo(1);
        eventually(() -> assertThat(pending()).isZero());
    }

    /** Redis counts to 2^64, PostgreSQL's bigint to 2^63: such an entry is somebody else's and stops nothing (promise 5). */
    @Test
    void promise5_aPlaceBeyondEveryStoreIsPutAside() {
        Events.writeAt(bus, "1-" + Long.toUnsignedString(Long.MIN_VALUE), "beyond");
        assertPutAsideAndTheNextStored();
    }

    @Test
    void lagIsCountedWithPendingAndNew() {
        bus.append(Events.runs("a", 30));
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, "relational", "0");
        bus.redis(Command.XREADGROUP, "GROUP", "relational", "reader", "COUNT", "10", "STREAMS", LogLayout.LOG, ">");
        LogLag lag = new LogLag(bus.pool);

        assertThat(lag.measure().await().indefinitely().get("relational").entries())
                .isEqualTo(30);
        reader(new SoleReader());
        eventually(
                () -> assertThat(lag.measure().await().indefinitely()).containsEntry("relational", new GroupLag(0, 0)));
    }

    /** Appends an event and takes it in one step, as an instance does that was the reader a moment ago. */
    private void takeBefore(UnloggedEvent event) {
        Request appendAndTake = Request.cmd(Command.EVAL)
                .arg("redis.call('XADD', KEYS[1], '*', unpack(ARGV)); "
                        + "redis.call('XREADGROUP', 'GROUP', 'relational', 'reader', 'STREAMS', KEYS[1], '>')")
                .arg(1)
                .arg(LogLayout.LOG)
                .arg(LogLayout.ENVELOPE)
                .arg(EnvelopeCodec.encode(event.envelope()))
                .arg(LogLayout.SEALED)
                .arg(event.sealed())
                .arg(LogLayout.SEALED_NAME)
                .arg(event.sealedName());
        bus.pool
                .send(appendAndTake)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private GroupReader reader(ReaderLease lease) {
        Stopping stopping = new Stopping();
        SubscriberCalls calls = new SubscriberCalls(bus.vertx, Duration.ofSeconds(10));
        GroupReader reader = new GroupReader(
                "relational",
                bus.line(),
                new BatchStorage(store, calls, stopping, bus.metrics, Tracing.OFF),
                new LeaseHolder(lease, "reader-relational"),
                stopping,
                bus.metrics);
        reader.start();
        bus.onClose(reader::stop);
        return reader;
    }

    private int pending() {
        return bus.redis(Command.XPENDING, LogLayout.LOG, "relational").get(0).toInteger();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
