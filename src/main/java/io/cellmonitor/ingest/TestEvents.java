package io.cellmonitor.ingest;

import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.cellmonitor.seal.Sealer;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Events of end-to-end tests: kept sealed in Redis for ten minutes, at most the last 5,000 of a test. */
@Singleton
final class TestEvents {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long MOST = 5_000;

    private final ReactiveRedisDataSource redis;
    private final Sealer sealer;

    TestEvents(ReactiveRedisDataSource redis, Sealer sealer) {
        this.redis = redis;
        this.sealer = sealer;
    }

    /** Adds events to those of the test. */
    Uni<Void> add(String testId, List<TakenEvent> events) {
        String key = key(testId);
        byte[][] sealed = events.stream()
                .map(each -> sealer.seal(LearningEventJson.toBytes(each.event()), key))
                .toArray(byte[][]::new);
        return redis.withTransaction(transaction -> transaction
                        .list(byte[].class)
                        .rpush(key, sealed)
                        .chain(() -> transaction.list(byte[].class).ltrim(key, -MOST, -1))
                        .chain(() -> transaction.key().expire(key, KEPT)))
                .replaceWithVoid();
    }

    /** The test's events as JSON, in the order in which they came; empty when there are none. */
    Uni<List<String>> all(String testId) {
        String key = key(testId);
        return redis.list(byte[].class)
                .lrange(key, 0, -1)
                .map(all -> all.stream()
                        .map(each -> new String(sealer.open(each, key), StandardCharsets.UTF_8))
                        .toList());
    }

    private static String key(String testId) {
        return "test_events:" + testId;
    }
}
