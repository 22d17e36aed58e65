package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;

/**
 * One way through the store of record: the events in ({@code after}, {@code upTo}].
 *
 * @param from how far it has come, in the source's words
 */
record RefillPass(StreamId after, StreamId upTo, String from) {

    RefillPass at(String next) {
        return new RefillPass(after, upTo, next);
    }

    /** What the source got since this pass began. */
    RefillPass next(StreamId end) {
        return new RefillPass(upTo, end, "");
    }
}
