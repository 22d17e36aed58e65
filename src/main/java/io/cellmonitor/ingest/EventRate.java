package io.cellmonitor.ingest;

/**
 * A rate of events.
 *
 * @param perSecond events a second, for as long as one likes; 0 is no limit
 * @param burst events at once, after a silence; at least one
 */
record EventRate(int perSecond, int burst) {

    EventRate {
        if (perSecond < 0 || burst < 1) {
            throw new IllegalArgumentException("a rate of " + perSecond + " events/s, " + burst + " at once");
        }
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }

    /** For people. */
    String description() {
        return perSecond + " events a second, " + burst + " at once";
    }
}
