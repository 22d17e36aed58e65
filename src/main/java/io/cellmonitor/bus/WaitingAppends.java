package io.cellmonitor.bus;

import java.util.ArrayList;
import java.util.List;
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

    /** Whole appends, in order, until there are {@code wanted} commands or no more appends; empty when none waits. */
    List<PendingAppend> take(int wanted) {
        List<PendingAppend> group = new ArrayList<>();
        int commands = 0;
        while (commands < wanted) {
            PendingAppend append = poll();
            if (append == null) {
                break;
            }
            group.add(append);
            commands += append.commands().size();
        }
        return group;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    private @Nullable PendingAppend poll() {
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
