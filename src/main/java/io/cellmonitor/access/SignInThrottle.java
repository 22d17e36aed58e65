package io.cellmonitor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Limits guessing: five wrong passwords for one login name, then one each ten seconds. Per name and never per address (a whole school
 * stands behind one); names that do not exist are counted too, so that the limit tells nothing.
 */
@ApplicationScoped
class SignInThrottle {

    private static final int BURST = 5;
    private static final Duration EACH = Duration.ofSeconds(10);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** Takes one try for this name (its index); throws a 429 when there is none left. */
    void take(String index) {
        ConsumptionProbe probe = bucket(index).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.tooManyRequests(
                    "username",
                    "Too many wrong passwords for this name.",
                    BURST + " wrong passwords, then one each " + EACH.toSeconds() + " s",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** The password was right: the tries are given back. */
    void reset(String index) {
        buckets.invalidate(index);
    }

    private Bucket bucket(String index) {
        return buckets.get(
                index,
                ignored -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST).refillGreedy(1, EACH))
                        .build());
    }
}
