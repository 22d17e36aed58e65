package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class LogTailTest {

    private final Bus bus;
    private final LogTail tail;
    private final List<LoggedEvent> seen = new CopyOnWriteArrayList<>();

    LogTailTest(RedisUnderTest redis) {
        bus = new Bus(redis);
        tail = new LogTail(bus.line());
        bus.onClose(tail::stop);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void itGivesWhatComesAfterItsStartInOrderOnOneThread() {
        bus.append(Events.runs("before", 5));
        tail.start();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        tail.add(events -> threads.add(Thread.currentThread()));
        tail.add(seen::addAll);

        List<StreamId> ids = bus.append(Events.runs("a", 500));
        StreamId last = bus.append(Events.run("b"));

        eventually(() -> assertThat(seen).hasSize(501));
        assertThat(seen.subList(0, 500)).extracting(LoggedEvent::id).isEqualTo(ids);
        assertThat(tail.position()).isEqualTo(last);
        assertThat(threads).hasSize(1);
    }

    /**
     * Promise 4: no gap and nothing twice across restarts of Redis. While a listener holds the tail up, Redis is killed, comes back and takes
     * events, so that the tail finds them between its place and the end.
     */
    @Test
    void promise4_gaplessAcrossRestartsOfRedis() throws InterruptedException {
        Semaphore inHand = new Semaphore(0);
        Semaphore mayGoOn = new Semaphore(0);
        tail.start();
        tail.add(events -> {
            inHand.release();
            mayGoOn.acquireUninterruptibly();
        });
        tail.add(seen::addAll);
        for (int round = 0; round < 3; round++) {
            String missed = "missed-" + round;
            appendWhenThere("held-" + round);
            assertThat(inHand.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            bus.server.kill();
            bus.server.start();
            appendWhenThere(missed);
            mayGoOn.release();
            assertThat(inHand.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            mayGoOn.release();
            eventually(() -> assertThat(Events.ids(seen)).contains(missed));
        }
        assertThat(seen)
                .extracting(LoggedEvent::id)
                .isEqualTo(bus.readAll().stream().map(LoggedEvent::id).toList());
    }

    /** What somebody else wrote beyond the places that stores can keep is left out, and the tail goes on behind it. */
    @Test
    void aPlaceBeyondEveryStoreStopsNobody() {
        tail.start();
        tail.add(seen::addAll);
        bus.append(Events.run("before"));
        Events.writeAt(bus, System.currentTimeMillis() + "-" + Long.toUnsignedString(Long.MIN_VALUE), "beyond");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(LogUnavailable.class)
                .until(() -> bus.append(Events.run("after")) != null);

        eventually(() -> assertThat(Events.ids(seen)).contains("after"));
        assertThat(Events.ids(seen)).startsWith("before").doesNotContain("beyond");
    }

    private void appendWhenThere(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(LogUnavailable.class)
                .until(() -> bus.append(Events.run(id)) != null);
    }

    @Test
    void aSilentConnectionIsGivenUpAndOpenedAgain() {
        tail.start();
        tail.add(seen::addAll);
        bus.server.freeze();
        Awaitility.await()
                .during(Duration.ofSeconds(7))
                .atMost(Duration.ofSeconds(60))
                .until(seen::isEmpty);
        bus.server.thaw();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(LogUnavailable.class)
                .until(() -> bus.append(Events.run("thawed")) != null);

        eventually(() -> assertThat(Events.ids(seen)).contains("thawed"));
    }

    @Test
    void aListenersFailureStopsNobodyElse() {
        tail.start();
        tail.add(events -> {
            throw new IllegalStateException("broken listener");
        });
        tail.add(seen::addAll);

        bus.append(Events.run("a"));
        eventually(() -> assertThat(Events.ids(seen)).containsExactly("a"));
        bus.append(Events.run("b"));
        eventually(() -> assertThat(Events.ids(seen)).containsExactly("a", "b"));
    }

    @Test
    void aRemovedListenerGetsNothingMore() {
        tail.start();
        EventTail.Listener removed = seen::addAll;
        tail.add(removed);
        tail.remove(removed);
        StreamId last = bus.append(Events.run("a"));
        eventually(() -> assertThat(tail.position()).isEqualTo(last));
        assertThat(seen).isEmpty();
    }

    /** An instance on which nobody looks at a class must not read and decode what everybody does. */
    @Test
    void whileNobodyListensItReadsNothingAndKeepsItsPlaceAtTheEnd() {
        tail.start();
        StreamId last = bus.append(Events.runs("a", 50)).getLast();
        eventually(() -> assertThat(tail.position()).isEqualTo(last));
        assertThat(bus.redis(Command.INFO, "commandstats").toString()).doesNotContain("cmdstat_xread:");

        tail.add(seen::addAll);
        bus.append(Events.run("b"));
        eventually(() -> assertThat(Events.ids(seen)).containsExactly("b"));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
