package io.cellmonitor.bus;

import java.util.concurrent.ThreadLocalRandom;

/** Waits that double from {@code first} up to {@code longest} milliseconds, each with up to a half taken off by chance. One thread. */
final class Backoff {

    private final long first;
    private final long longest;
    private long next;

    Backoff(long first, long longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    long nextMillis() {
        long wait = next;
        next = Math.min(longest, next * 2);
        return wait - ThreadLocalRandom.current().nextLong(wait / 2 + 1);
    }

    void reset() {
        next = first;
    }
}
