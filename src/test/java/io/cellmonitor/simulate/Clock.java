package io.cellmonitor.simulate;

import java.util.concurrent.atomic.AtomicLong;

/** Time in the class: real thinking times divided by a speed, or a steady rate of events for all together. */
final class Clock {

    private static final long SECOND = 1_000_000_000L;

    private final Settings settings;
    private final long end;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile boolean stopped;

    Clock(Settings settings) {
        this.settings = settings;
        end = settings.minutes() > 0 ? System.nanoTime() + (long) (settings.minutes() * 60 * SECOND) : Long.MAX_VALUE;
    }

    /** Lets {@code seconds} of class time pass, or waits for this event's turn; answers the {@link System#nanoTime()} that was meant. */
    long await(double seconds) throws InterruptedException {
        long due = settings.rate() > 0
                ? next.getAndAdd((long) (SECOND / settings.rate()))
                : System.nanoTime() + (long) (seconds / settings.speed() * SECOND);
        long left = due - System.nanoTime();
        while (left > 0 && !over()) {
            Thread.sleep(Math.min(200, left / 1_000_000 + 1));
            left = due - System.nanoTime();
        }
        return due;
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
