package io.cellmonitor.help;

import io.cellmonitor.help.WaitingNews.Poll;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.WatchedClass;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds students' questions for news until there is some, or for a while; what waits is bounded. */
@ApplicationScoped
class NewsDesk {

    /** With jitter around 90 s: less than one request a minute each, and those who came together do not stay together. */
    private static final Duration SHORTEST = Duration.ofSeconds(80);

    private static final Duration LONGEST = Duration.ofSeconds(100);
    private static final int MOST = 10_000;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final OpenedClasses classes;
    private final Map<UUID, WaitingNews> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean ending;

    NewsDesk(OpenedClasses classes) {
        this.classes = classes;
    }

    /** What is new to the student, on a worker thread; the same as before when nothing happens for a while. */
    Uni<News> next(UUID classId, UUID student, NewsCursor known) {
        if (held.get() >= MOST) {
            throw Problem.unavailable("Too many wait for news here.", LATER);
        }
        return classes.open(classId).chain(watched -> hold(watched, student, known));
    }

    private Uni<News> hold(WatchedClass watched, UUID student, NewsCursor known) {
        WaitingNews desk = waiting.compute(
                watched.monitored().id(),
                (id, before) -> before != null && before.watched() == watched ? before : new WaitingNews(watched));
        Poll poll = new Poll(student, known, new CompletableFuture<>());
        held.incrementAndGet();
        return Uni.createFrom()
                .completionStage(() -> {
                    desk.add(poll, Instant.now());
                    if (ending) {
                        desk.end(poll);
                    }
                    return poll.answer();
                })
                .ifNoItem()
                .after(holding())
                .recoverWithItem(() -> desk.present(poll))
                // Not on the thread that brought the news: it holds the class's lock.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onTermination()
                .invoke(() -> leave(desk, poll));
    }

    private void leave(WaitingNews desk, Poll poll) {
        held.decrementAndGet();
        if (desk.remove(poll, Instant.now())) {
            waiting.remove(desk.watched().monitored().id(), desk);
        }
    }

    private static Duration holding() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
    }

    /** How many wait here. */
    int held() {
        return held.get();
    }

    /** Those who wait would count as requests that the end has to wait for. */
    void answerAll(@Observes @Priority(2_000) ShutdownDelayInitiatedEvent event) {
        ending = true;
        waiting.values().forEach(WaitingNews::endAll);
    }
}
