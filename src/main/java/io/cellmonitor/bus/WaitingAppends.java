package io.cellmonitor.bus;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The appends that wait for a pipeline: bounded by events and bytes (promise 6). Any thread offers, one takes. */
final class WaitingAppends {

    private final ConcurrentLinkedQueue<PendingAppend> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final long maxEvents;
    private final long maxBytes;

    WaitingAppends(long maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** False when there is no room. */
    boolean offer(PendingAppend append) {
        long nowEvents = events.addAndGet(append.events().size());
        long nowBytes = bytes.addAndGet(append.bytes());
        if (nowEvents > maxEvents || nowBytes > maxBytes) {
            forget(append);
            return false;
        }
        queue.add(append);
        return true;
    }

    /** The oldest; null when none waits. */
    @Nullable
    PendingAppend peek() {
        return queue.peek();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Takes the oldest; null when none waits. */
    @Nullable
    PendingAppend poll() {
        PendingAppend append = queue.poll();
        if (append != null) {
            forget(append);
        }
        return append;
    }

    private void forget(PendingAppend append) {
        events.addAndGet(-append.events().size());
        bytes.addAndGet(-append.bytes());
    }
}
