package io.cellmonitor.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Chooses which of the waiting appends go into the next pipeline, and which have waited too long to be sent. On one event loop. */
final class NextAppends {

    private static final Logger LOGGER = Logger.getLogger(NextAppends.class);

    /** In an overload each pipeline is answered after about this time, for what is in it cannot be refused any more. */
    private static final Duration SHARE = Duration.ofMillis(100);

    /** And is not smaller than this: an fsync for less would cost more than what it covers. */
    private static final long LEAST_BYTES = 32 << 10;

    private final WaitingAppends waiting;
    private final int mostCommands;
    private final ControlledDelay delay;
    private final CompletionRate rate;
    private final Consumer<PendingAppend> refuse;

    NextAppends(
            WaitingAppends waiting,
            int mostCommands,
            ControlledDelay delay,
            CompletionRate rate,
            Consumer<PendingAppend> refuse) {
        this.waiting = waiting;
        this.mostCommands = mostCommands;
        this.delay = delay;
        this.rate = rate;
        this.refuse = refuse;
    }

    /** Whole appends, in order, until there are enough; empty when none waits that may still be sent. */
    List<PendingAppend> take(long now) {
        PendingAppend oldest = waiting.peek();
        if (oldest == null) {
            return List.of();
        }
        boolean overloaded = delay.isOverloaded();
        List<PendingAppend> chosen = fill(now, overloaded ? mostBytes() : Long.MAX_VALUE);
        delay.taken(now - oldest.since(), waiting.isEmpty(), now);
        notice(overloaded);
        return chosen;
    }

    private void notice(boolean wasOverloaded) {
        if (!wasOverloaded && delay.isOverloaded()) {
            LOGGER.warn("more events come than the log can take; some get 503");
        } else if (wasOverloaded && !delay.isOverloaded()) {
            LOGGER.info("the log can take all events again");
        }
    }

    private List<PendingAppend> fill(long now, long mostBytes) {
        List<PendingAppend> chosen = new ArrayList<>();
        int commands = 0;
        long bytes = 0;
        while (commands < mostCommands && bytes < mostBytes) {
            PendingAppend append = waiting.poll();
            if (append == null) {
                break;
            }
            if (delay.refuses(now - append.since(), now)) {
                refuse.accept(append);
            } else {
                chosen.add(append);
                commands += append.commands().size();
                bytes += append.bytes();
            }
        }
        return chosen;
    }

    private long mostBytes() {
        return Math.max(LEAST_BYTES, rate.bytesIn(SHARE));
    }
}
