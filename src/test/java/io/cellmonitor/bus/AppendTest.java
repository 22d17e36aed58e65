package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class AppendTest {

    private final Bus bus;

    AppendTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void whatIsAppendedIsReadInTheOrderGiven() {
        List<UnloggedEvent> events = Events.runs("a", 500);

        List<StreamId> ids = bus.append(events);

        List<LoggedEvent> read = bus.readAll();
        assertThat(read).extracting(LoggedEvent::id).isEqualTo(ids).isSorted();
        assertThat(Events.ids(read)).isEqualTo(Events.sentIds(events));
        assertThat(read.get(7).envelope()).isEqualTo(events.get(7).envelope());
        assertThat(read.get(7).sealed()).isEqualTo(events.get(7).sealed());
        assertThat(read.get(7).sealedName()).isEqualTo(events.get(7).sealedName());
    }

    @Test
    void firstAndLastAreTheEndsOfTheLog() {
        assertThat(first()).isEqualTo(StreamId.ZERO);
        assertThat(last()).isEqualTo(StreamId.ZERO);

        List<StreamId> ids = bus.append(Events.runs("a", 3));

        assertThat(first()).isEqualTo(ids.getFirst());
        assertThat(last()).isEqualTo(ids.getLast());
        assertThat(bus.log.readFrom(ids.get(1), 1).await().indefinitely())
                .extracting(LoggedEvent::id)
                .containsExactly(ids.get(1));
        assertThat(bus.log.readAfter(ids.get(1), 9).await().indefinitely())
                .extracting(LoggedEvent::id)
                .containsExactly(ids.get(2));
    }

    @Test
    void concurrentAppendsAreGroupedAndEachKeepsItsOrder() {
        List<CompletableFuture<List<StreamId>>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(bus.log.append(Events.runs("call" + i, 5)).subscribe().asCompletionStage());
        }

        List<StreamId> all = new ArrayList<>();
        answers.forEach(answer -> {
            List<StreamId> ids = answer.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(ids).hasSize(5).isSorted();
            all.addAll(ids);
        });

        assertThat(all).doesNotHaveDuplicates().hasSize(1_500);
        long groups = bus.registry.summary("cellmonitor.log.group").count();
        assertThat(groups).isLessThan(300);
        assertThat(commandStatistics()).contains("cmdstat_exec:calls=" + groups + ",");
    }

    /** Promise 1: a power cut right after the answer takes nothing that was acknowledged; and the log heals by itself. */
    @Test
    void promise1_acknowledgedIsDurable() {
        List<StreamId> acknowledged = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            acknowledged.add(bus.append(Events.run("before-" + i)));
        }
        List<CompletableFuture<List<StreamId>>> open = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            open.add(
                    bus.log.append(List.of(Events.run("open-" + i))).subscribe().asCompletionStage());
        }
        open.getFirst().join();
        bus.server.kill();
        for (CompletableFuture<List<StreamId>> answer : open) {
            answer.handle((ids, failure) -> {
                        if (failure == null) {
                            acknowledged.addAll(ids);
                        } else {
                            assertThat(failure).isInstanceOf(LogUnavailable.class);
                        }
                        return null;
                    })
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }
        assertThatThrownBy(() -> bus.append(Events.run("while away"))).isInstanceOf(LogUnavailable.class);

        bus.server.start();

        acknowledged.add(appendWhenBack("after"));
        assertThat(bus.readAll()).extracting(LoggedEvent::id).containsAll(acknowledged);
    }

    @Test
    void aSilentRedisIsNoticedAndAppendsFail() {
        bus.server.freeze();
        try {
            assertThatThrownBy(() -> bus.append(Events.run("frozen"))).isInstanceOf(LogUnavailable.class);
        } finally {
            bus.server.thaw();
        }
        appendWhenBack("thawed");
        assertThat(Events.ids(bus.readAll())).contains("thawed");
    }

    /** Promise 6: ingest stops at 70 % of Redis's memory, and goes on when there is room. */
    @Test
    void promise6_refusesWhenMemoryIsNearlyFull() {
        long used = usedMemory();
        bus.redis(Command.CONFIG, "SET", "maxmemory", "" + (used * 10 / 8));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThatThrownBy(() -> bus.append(Events.run("full")))
                        .isInstanceOf(LogUnavailable.class)
                        .hasMessageContaining("memory"));

        bus.redis(Command.CONFIG, "SET", "maxmemory", "0");

        appendWhenBack("room again");
        assertThat(Events.ids(bus.readAll())).contains("room again");
    }

    @Test
    void aReplyOutOfMemoryIsNoAcknowledgement() {
        bus.redis(Command.CONFIG, "SET", "maxmemory", "1");
        assertThatThrownBy(() -> bus.append(Events.run("full"))).isInstanceOf(LogUnavailable.class);
        bus.redis(Command.CONFIG, "SET", "maxmemory", "0");
        assertThat(bus.readAll()).isEmpty();
    }

    /** With one fsync for all of them, however much it is (docs/decisions, speed). */
    @Test
    void whatIsSentTogetherIsOneTransaction() {
        bus.append(Events.run("alone"));
        assertThat(commandStatistics()).doesNotContain("cmdstat_exec");

        bus.append(Events.runs("a", 500));

        assertThat(commandStatistics()).contains("cmdstat_exec:calls=1,").contains("cmdstat_xadd:calls=501,");
    }

    @Test
    void whatIsRefusedWithinATransactionIsNoAcknowledgement() {
        bus.redis(Command.SET, LogLayout.LOG, "not a stream");
        assertThatThrownBy(() -> bus.append(Events.runs("a", 3))).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> bus.append(Events.run("b"))).isInstanceOf(LogUnavailable.class);
        bus.redis(Command.DEL, LogLayout.LOG);
        assertThat(bus.append(Events.runs("a", 3))).hasSize(3);
    }

    @Test
    void whatFindsNoRoomInTheQueueIsRefused() {
        bus.server.freeze();
        List<CompletableFuture<List<StreamId>>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                answers.add(
                        bus.log.append(Events.runs("call" + i, 500)).subscribe().asCompletionStage());
            }
            assertThat(answers.getLast())
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableThat()
                    .havingCause()
                    .withMessageContaining("too many");
        } finally {
            bus.server.thaw();
        }
        assertThat(answers.getFirst()).succeedsWithin(Duration.ofSeconds(60));
    }

    private StreamId appendWhenBack(String eventId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(LogUnavailable.class)
                .until(() -> bus.append(Events.run(eventId)), id -> true);
    }

    private String commandStatistics() {
        return bus.redis(Command.INFO, "commandstats").toString();
    }

    private long usedMemory() {
        return bus.redis(Command.INFO, "memory")
                .toString()
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring(12)))
                .findFirst()
                .orElseThrow();
    }

    private StreamId first() {
        return bus.log.first().await().indefinitely();
    }

    private StreamId last() {
        return bus.log.last().await().indefinitely();
    }
}
