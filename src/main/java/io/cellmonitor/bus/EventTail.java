package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.util.List;

/**
 * The end of the log as it grows, for screens: one blocking XREAD on a connection of its own, ordered and gapless. It reconnects by itself
 * and goes on after the last event it gave.
 */
public interface EventTail {

    /** Gets what the tail reads, in log order, on one thread (the tail's); must not block. */
    interface Listener {
        /** The next events of the log, of all classes. */
        void onEvents(List<LoggedEvent> events);
    }

    /** Adds a listener; it gets everything after {@link #position()} as it is at this moment. */
    void add(Listener listener);

    /** Removes a listener. */
    void remove(Listener listener);

    /** The last place read and given to all listeners. */
    StreamId position();
}
