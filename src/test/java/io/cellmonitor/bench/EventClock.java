package io.cellmonitor.bench;

/**
 * When each event of an open loop was to leave: at an even pace, whatever the answers. Latencies count from there, so that a server that stalls
 * cannot hide what waited. Times are of {@link System#nanoTime()}.
 */
final class EventClock {

    private static final int DIGITS = 9;

    private final String prefix;
    private final long begin;
    private final double nanosBetween;
    private final int warmUp;
    private final int events;

    /** {@code warmUp}: so many of the {@code events} at the beginning are not measured. */
    EventClock(String prefix, double perSecond, int warmUp, int events) {
        this.prefix = prefix;
        this.nanosBetween = 1e9 / perSecond;
        this.warmUp = warmUp;
        this.events = events;
        this.begin = System.nanoTime() + 100_000_000L;
    }

    int events() {
        return events;
    }

    int measured() {
        return events - warmUp;
    }

    boolean isMeasured(int event) {
        return event >= warmUp && event < events;
    }

    long intended(int event) {
        return begin + (long) (event * nanosBetween);
    }

    String id(int event) {
        return prefix + String.format("%0" + DIGITS + "d", event);
    }

    /** The number of an id; -1 for an id that is not of this loop. */
    int event(String id) {
        return id.startsWith(prefix) && id.length() == prefix.length() + DIGITS
                ? Integer.parseInt(id, prefix.length(), id.length(), 10)
                : -1;
    }
}
