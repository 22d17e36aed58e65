package io.cellmonitor.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits with a time limit, asking often. */
final class Await {

    private Await() {}

    /** Fails after {@code limit}; what throws is not so yet. */
    static void until(String what, Duration limit, Callable<Boolean> isSo) {
        Awaitility.await(what)
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(isSo);
    }

    /** Whether it was so within {@code limit}. */
    static boolean isSo(Duration limit, Callable<Boolean> isSo) {
        try {
            until("it", limit, isSo);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }
}
