package io.cellmonitor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Posts events in bodies as fast as they are answered and seen: while more than {@link #UNSEEN} are not on the screens yet nobody posts. Without
 * that, what comes in takes the processors from what goes out, and screens get snapshots in place of events.
 */
final class PacedByScreens implements AutoCloseable {

    private static final int SENDERS = 16;
    static final int EVENTS_PER_BODY = 50;
    /** Some frames of 50 ms at the pace that is measured; far less than makes a screen overflow. */
    private static final int UNSEEN = 3_000;

    /** Nobody waits longer for screens: what they did not see by then a snapshot has replaced. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder request;
    private final List<String> texts = EventTexts.of(200);
    private final String prefix = "p" + RUNS.incrementAndGet() + "-";
    private final LongSupplier seen;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong replaced = new AtomicLong();

    /** {@code seen}: how many of the events posted here are on the screens. */
    PacedByScreens(Scene scene, LongSupplier seen) {
        this.seen = seen;
        this.request = HttpRequest.newBuilder(URI.create(scene.application().url() + "/api/v1/events"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + scene.school().key());
    }

    /** Returns when the time is over and all is answered; fails when a body is not taken. */
    void post(int seconds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Future<?>> all = Stream.<Future<?>>generate(() -> senders.submit(() -> postUntil(end)))
                .limit(SENDERS)
                .toList();
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException | CancellationException e) {
                throw new IllegalStateException("a body of events was not taken", e);
            }
        }
    }

    /** Events that a snapshot replaced on the screens, as far as it was waited for them. */
    long replaced() {
        return replaced.get();
    }

    private Void postUntil(long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            long first = begun.getAndAdd(EVENTS_PER_BODY);
            awaitScreens(first);
            HttpResponse<Void> answer = client.send(
                    request.copy()
                            .POST(HttpRequest.BodyPublishers.ofString(body(first)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("a body was answered " + answer.statusCode());
            }
        }
        return null;
    }

    private void awaitScreens(long first) {
        long asked = System.nanoTime();
        while (first - replaced.get() - seen.getAsLong() > UNSEEN) {
            if (System.nanoTime() - asked > PATIENCE_NANOS) {
                replaced.set(first - seen.getAsLong());
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private String body(long first) {
        List<String> events = IntStream.range(0, EVENTS_PER_BODY)
                .mapToLong(i -> first + i)
                .mapToObj(event ->
                        EventTexts.event(prefix + "%09d".formatted(event), texts.get((int) (event % texts.size()))))
                .toList();
        return "[" + String.join(",", events) + "]";
    }

    @Override
    public void close() {
        senders.shutdownNow();
        client.close();
    }
}
