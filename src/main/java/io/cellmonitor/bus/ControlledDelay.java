package io.cellmonitor.bus;

import java.time.Duration;

/**
 * How long an append may wait before it is sent: the controlled delay of routers (CoDel), as servers keep it for requests. A queue that is
 * emptied again and again is a burst, and all of it is taken, however late. One that stands for longer than {@link #BURST} is an overload: then
 * what has waited longer than {@link #TARGET} is refused, until nobody has to be refused for {@link #CALM}. For one event loop; times are those of
 * {@link System#nanoTime()}, or of a test.
 */
final class ControlledDelay {

    /** How long the queue may stand: longer than a pause of Redis, of the garbage collector or of a busy machine takes to be caught up. */
    static final Duration BURST = Duration.ofSeconds(3);

    /** What is waited at most in an overload, and what nobody calls a delay else. */
    static final Duration TARGET = Duration.ofMillis(200);

    /** Longer than refused senders stay away, so that an overload is not forgotten between two of their tries. */
    static final Duration CALM = Duration.ofSeconds(3);

    /** No append waits longer, burst or not: by then a sender may have given up. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private boolean overloaded;
    private long lastRefusal;
    private boolean standing;
    private long standingSince;
    private long delayThen;

    boolean isOverloaded() {
        return overloaded;
    }

    /** Whether an append that has waited so many nanoseconds is refused instead of sent. */
    boolean refuses(long waited, long now) {
        boolean refused = waited > (overloaded ? TARGET : LONGEST).toNanos();
        if (refused && overloaded) {
            lastRefusal = now;
        }
        return refused;
    }

    /**
     * Told each time appends were taken out of the queue.
     *
     * @param waited nanoseconds, of the oldest
     * @param emptied whether none was left
     */
    void taken(long waited, boolean emptied, long now) {
        if (overloaded) {
            overloaded = now - lastRefusal <= CALM.toNanos();
            standing = false;
        } else if (emptied || waited <= TARGET.toNanos()) {
            standing = false;
        } else if (!standing || waited <= delayThen / 2) {
            // Also where a delay has halved: what is being caught up is no overload.
            standing = true;
            standingSince = now;
            delayThen = waited;
        } else if (now - standingSince > BURST.toNanos()) {
            overloaded = true;
            lastRefusal = now;
        }
    }
}
