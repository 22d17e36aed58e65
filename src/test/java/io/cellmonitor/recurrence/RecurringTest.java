package io.cellmonitor.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecurringTest {

    private static final Duration SOON = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger turns = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aTaskThatFailsOrThrowsHasItsNextTurn() {
        Uni<Void> failed = Uni.createFrom().failure(new IllegalStateException("away"));
        start(() -> {
            if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
            return failed;
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> turns.get() >= 3);
    }

    @Test
    void aTaskIsNeverBesideItself() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        AtomicInteger ticks = new AtomicInteger();
        start(() -> turns.incrementAndGet() == 1
                ? Uni.createFrom().completionStage(first)
                : Uni.createFrom().voidItem());
        vertx.setPeriodic(5, tick -> ticks.incrementAndGet());

        await().atMost(Duration.ofSeconds(60)).until(() -> ticks.get() > 20);
        assertThat(turns).hasValue(1);
        first.complete(null);
        await().atMost(Duration.ofSeconds(60)).until(() -> turns.get() >= 3);
    }

    @Test
    void eachTurnHasAContextOfItsOwn() {
        var contexts = java.util.concurrent.ConcurrentHashMap.newKeySet();
        start(() -> {
            contexts.add(Vertx.currentContext());
            return Uni.createFrom().voidItem();
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> contexts.size() >= 2);
    }

    private void start(Supplier<Uni<Void>> task) {
        Recurring.every(vertx, SOON, SOON, task);
    }
}
