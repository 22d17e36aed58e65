package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store in memory: keyed by event id as the real ones are, with bad events and outages as told. It can be filled again. */
final class FakeStore implements RefillableSubscriber {

    static final class DataError extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final List<String> stored = new CopyOnWriteArrayList<>();
    final List<String> deadLetters = new CopyOnWriteArrayList<>();
    final Set<String> poison = ConcurrentHashMap.newKeySet();
    final AtomicInteger triesOfPoisonAlone = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    volatile boolean away;
    volatile String target = "first";
    volatile boolean there = true;
    /** What is done before the target is made. */
    volatile Supplier<Uni<Void>> beforeMade = () -> Uni.createFrom().voidItem();
    /** What a store waits for at its end. */
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final String group;

    FakeStore(String group) {
        this.group = group;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Uni<Boolean> isThere() {
        return Uni.createFrom().item(there);
    }

    @Override
    public Uni<String> target() {
        if (away) {
            failures.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        return beforeMade.get().replaceWith(target);
    }

    @Override
    public Uni<Void> store(List<LoggedEvent> batch) {
        if (away) {
            failures.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        List<String> ids = Events.ids(batch);
        if (ids.stream().anyMatch(poison::contains)) {
            if (ids.size() == 1) {
                triesOfPoisonAlone.incrementAndGet();
            }
            return Uni.createFrom().failure(new DataError());
        }
        ids.stream().filter(id -> !stored.contains(id)).forEach(stored::add);
        return Uni.createFrom().completionStage(gate);
    }

    @Override
    public boolean isDataError(Throwable failure) {
        return failure instanceof DataError;
    }

    @Override
    public Uni<Void> deadLetter(LoggedEvent event, String reason) {
        deadLetters.add(event.envelope().eventId() + ": " + reason);
        return Uni.createFrom().voidItem();
    }
}
