package io.cellmonitor.joining;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Limits joining for each join code, and wrong codes of all together: never per address, for a whole school stands behind one. A class of 350 that
 * arrives in one minute, each trying twice, is not limited. Codes that do not exist are counted like others, so that the limit tells nothing.
 */
@ApplicationScoped
class JoinThrottle {

    private static final int BURST = 700;
    private static final int PER_SECOND = 5;
    private static final int WRONG_BURST = 1_000;
    private static final int WRONG_PER_SECOND = 10;

    private final Cache<String, Bucket> codes = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private final Bucket wrong = bucket(WRONG_BURST, WRONG_PER_SECOND);

    /** Takes one try for this code; throws a 429 problem when there is none left, or too many wrong codes came lately. */
    void take(String code) {
        check(codes.get(code, ignored -> bucket(BURST, PER_SECOND)).tryConsumeAndReturnRemaining(1));
        if (wrong.getAvailableTokens() <= 0) {
            check(wrong.tryConsumeAndReturnRemaining(1));
        }
    }

    /** The code was wrong. */
    void wrong() {
        wrong.tryConsume(1);
    }

    private static void check(ConsumptionProbe probe) {
        if (!probe.isConsumed()) {
            throw Problem.tooManyRequests(
                    "join_code",
                    "Too many try to join just now.",
                    BURST + " at once, then " + PER_SECOND + " a second",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(int burst, int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
