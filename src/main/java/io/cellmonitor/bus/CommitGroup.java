package io.cellmonitor.bus;

import java.time.Duration;
import java.util.List;

/** Appends that were sent in one pipeline. A class, not a record: each is itself only. */
final class CommitGroup {

    private final List<PendingAppend> appends;
    private final long since;

    CommitGroup(List<PendingAppend> appends, long since) {
        this.appends = appends;
        this.since = since;
    }

    List<PendingAppend> appends() {
        return appends;
    }

    long bytes() {
        return appends.stream().mapToLong(PendingAppend::bytes).sum();
    }

    /** When it was sent, by {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    /** Some of its events may be in the log; their senders send all of them again. */
    void fail(Throwable cause) {
        LogUnavailable failure = RedisErrors.unavailable(cause, Duration.ofSeconds(1));
        appends.forEach(append -> append.fail(failure));
    }
}
