package io.cellmonitor.watch;

import io.cellmonitor.event.StreamId;

/** What a ring could still learn from the log: what happened after {@code from} up to and including {@code end}, its own start. */
record RingGap(StreamId from, StreamId end) {

    /** As far as a log that begins at {@code floor} can tell; {@code floor} itself is a place that the log knows. */
    RingGap above(StreamId floor) {
        return floor.compareTo(from) > 0 ? new RingGap(floor, end) : this;
    }
}
