package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The way to the log in a time of its own: appends of one event come, wait, travel in two pipelines and are answered, or are refused. */
final class VirtualLog {

    /** What became of an append: when it came, how long it took, in nanoseconds. */
    record Outcome(long came, long took, boolean taken) {}

    private static final long STEP = Duration.ofMillis(1).toNanos();
    private static final long EVENT_BYTES = 1_024;
    private static final int TRANSACTIONS_IN_FLIGHT = 2;
    private static final List<Request> ONE = List.of(Request.cmd(Command.XADD));

    final List<Outcome> outcomes = new ArrayList<>();
    private final WaitingAppends waiting = new WaitingAppends(1 << 20, 1L << 40);
    private final CompletionRate rate = new CompletionRate();
    private final NextAppends next;
    private final Queue<AppendTransaction> inFlight = new ArrayDeque<>();
    private long now;
    private double due;
    private double toSend;

    VirtualLog(int transactionSize) {
        this.next =
                new NextAppends(waiting, transactionSize, new ControlledDelay(), rate, append -> ends(append, false));
    }

    long now() {
        return now;
    }

    /** For a while so many events come a second, and so many can be taken. */
    void run(Duration time, double coming, double taking) {
        long end = now + time.toNanos();
        while (now < end) {
            now += STEP;
            due += coming * STEP / 1e9;
            for (; due >= 1; due--) {
                waiting.offer(new PendingAppend(List.of(), ONE, EVENT_BYTES, now, null, null));
            }
            travel(taking * EVENT_BYTES * STEP / 1e9);
            send();
        }
    }

    private void travel(double bytes) {
        toSend -= inFlight.isEmpty() ? 0 : bytes;
        while (!inFlight.isEmpty() && toSend <= 0) {
            AppendTransaction answered = inFlight.remove();
            rate.completed(answered.bytes(), answered.since(), now);
            answered.appends().forEach(append -> ends(append, true));
            toSend = inFlight.isEmpty() ? 0 : toSend + inFlight.element().bytes();
        }
    }

    private void send() {
        while (inFlight.size() < TRANSACTIONS_IN_FLIGHT && !waiting.isEmpty()) {
            List<PendingAppend> chosen = next.take(now);
            if (!chosen.isEmpty()) {
                inFlight.add(new AppendTransaction(chosen, now));
                toSend = inFlight.size() == 1 ? inFlight.element().bytes() : toSend;
            }
        }
    }

    private void ends(PendingAppend append, boolean taken) {
        outcomes.add(new Outcome(append.since(), now - append.since(), taken));
    }
}
