package io.cellmonitor.bus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Redis has room for more events: from 60 % of its memory on the log lets go what every store has, ingest stops at 70 %, the rest is for
 * our own writes (promise 6). Fed with what {@code INFO memory} says; safe for use from any thread.
 */
final class MemoryGuard {

    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d+)");
    private static final Pattern MAXIMUM = Pattern.compile("(?m)^maxmemory:(\\d+)");
    private static final double TIGHT = 0.6;
    private static final double FULL = 0.7;

    private final long configuredLimit;
    private volatile boolean limited;
    private volatile boolean tight;
    private volatile boolean full;

    /** {@code configuredLimit} in bytes stands in where Redis itself has no {@code maxmemory}; 0 for no limit at all. */
    MemoryGuard(long configuredLimit) {
        this.configuredLimit = configuredLimit;
    }

    void observe(String memoryInfo) {
        long maximum = number(MAXIMUM, memoryInfo);
        long limit = maximum > 0 ? maximum : configuredLimit;
        limited = limit > 0;
        long used = number(USED, memoryInfo);
        tight = limited && used >= limit * TIGHT;
        full = limited && used >= limit * FULL;
    }

    /** The log should get smaller. */
    boolean isTight() {
        return tight;
    }

    /** No more events are taken. */
    boolean isFull() {
        return full;
    }

    /** Whether there is any limit; false before the first look. */
    boolean isLimited() {
        return limited;
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
