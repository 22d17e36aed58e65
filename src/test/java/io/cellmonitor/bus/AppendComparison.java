package io.cellmonitor.bus;

import io.cellmonitor.event.UnloggedEvent;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Run by hand: single events appended by 256 concurrent callers, and bodies of 100, against raw pipelined XADD of the same entries, all
 * fsynced, in turn on one Redis. Prints events per second and the ratios.
 */
final class AppendComparison {

    private static final int ROUNDS = 3;
    private static final int EVENTS = 200_000;

    private AppendComparison() {}

    public static void main(String[] arguments) throws Exception {
        RedisUnderTest which =
                RedisUnderTest.available().reduce((first, second) -> second).orElseThrow();
        try (Bus bus = new Bus(which)) {
            for (int round = 0; round < ROUNDS; round++) {
                double raw = raw(bus);
                double single = appends(bus, 1, 256);
                double bodies = appends(bus, 100, 64);
                print(
                        "raw pipelined XADD %.0f/s; single events %.0f/s (%.2f); bodies of 100 %.0f/s (%.2f)",
                        raw, single, single / raw, bodies, bodies / raw);
            }
        }
    }

    private static double raw(Bus bus) throws Exception {
        Redis client = bus.client();
        RedisConnection connection =
                client.connect().toCompletionStage().toCompletableFuture().get();
        UnloggedEvent event = Events.run("raw");
        List<Request> pipeline = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            pipeline.add(LogEntries.append(event));
        }
        Semaphore inFlight = new Semaphore(4);
        long start = System.nanoTime();
        for (int i = 0; i < EVENTS / 64; i++) {
            inFlight.acquire();
            connection.batch(pipeline).onComplete(done -> inFlight.release());
        }
        inFlight.acquire(4);
        return perSecond(start);
    }

    private static double appends(Bus bus, int body, int callers) throws Exception {
        Semaphore inFlight = new Semaphore(callers);
        List<UnloggedEvent> events = Events.runs("e", body);
        long start = System.nanoTime();
        for (int i = 0; i < EVENTS / body; i++) {
            inFlight.acquire();
            bus.log.append(events).subscribe().with(ids -> inFlight.release(), failure -> {
                throw new IllegalStateException(failure);
            });
        }
        inFlight.acquire(callers);
        return perSecond(start);
    }

    private static double perSecond(long start) {
        return EVENTS * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
