package io.cellmonitor.simulate;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Time in the class: real thinking times divided by a speed, or a rate of events for all together, which grows over the ramp as the students
 * arrive and is steady after it.
 */
final class Clock {

    private static final long SECOND = 1_000_000_000L;

    /** What goes on from the first moment of the ramp, as a share of the rate. */
    private static final double FIRST_SHARE = 0.05;

    private final Settings settings;
    private final long begin = System.nanoTime();
    private final long ramp;
    private final long end;
    private final AtomicLong next = new AtomicLong(begin);
    private volatile boolean stopped;

    Clock(Settings settings) {
        this.settings = settings;
        ramp = settings.rate() > 0 ? (long) (settings.ramp() * SECOND) : 0;
        end = settings.minutes() > 0 ? begin + ramp + (long) (settings.minutes() * 60 * SECOND) : Long.MAX_VALUE;
    }

    /** Lets {@code seconds} of class time pass, or waits for this event's turn; answers the {@link System#nanoTime()} that was meant. */
    long await(double seconds) throws InterruptedException {
        long due = settings.rate() > 0
                ? next.getAndUpdate(turn -> turn + (long) (SECOND / (settings.rate() * share(turn))))
                : System.nanoTime() + (long) (seconds / settings.speed() * SECOND);
        long left = due - System.nanoTime();
        while (left > 0 && !over()) {
            Thread.sleep(Math.min(200, left / 1_000_000 + 1));
            left = due - System.nanoTime();
        }
        return due;
    }

    private double share(long turn) {
        return turn - begin >= ramp ? 1 : Math.max(FIRST_SHARE, (double) (turn - begin) / ramp);
    }

    boolean over() {
        return stopped || System.nanoTime() > end;
    }

    /** Whether somebody does not want to wait for the end. */
    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }
}
