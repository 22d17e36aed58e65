package io.cellmonitor.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many events each of many may send: a token bucket each, of which there are at most 10,000 (promise 6); one that was not asked for ten
 * minutes is full again. Safe from any thread.
 */
final class EventBuckets<K> {

    private static final int MOST_BUCKETS = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<K, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(KEPT)
            .build();
    private final EventRate rate;
    private final TimeMeter clock;

    EventBuckets(EventRate rate, TimeMeter clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Takes the token of one request; answers how long to wait when there is none left, zero when there was one. */
    Duration ask(K key) {
        if (rate.isUnlimited()) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /**
     * Takes tokens for what a request brought beyond its first event, also those that are not there yet: whoever asked in time is not sent
     * away in the middle, but waits longer the next time.
     */
    void charge(K key, int events) {
        if (!rate.isUnlimited() && events > 1) {
            bucket(key).consumeIgnoringRateLimits(events - 1L);
        }
    }

    private Bucket bucket(K key) {
        return buckets.get(
                key,
                ignored -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    EventRate rate() {
        return rate;
    }

    /** How many buckets there are about. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
