package io.cellmonitor.simulate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** What became of the events. Safe for many threads. */
final class Tally {

    final LongAdder sent = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder givenUp = new LongAdder();
    final LongAdder sentAgain = new LongAdder();

    /** Microseconds from the moment a POST should have begun to its answer, waiting and trying again included. */
    final ConcurrentHistogram latency = new ConcurrentHistogram(3_600_000_000L, 3);

    /** Acknowledged event ids of each student. */
    final Map<Integer, Set<String>> acknowledged = new ConcurrentHashMap<>();

    void accept(int student, String eventId) {
        accepted.increment();
        acknowledged
                .computeIfAbsent(student, any -> ConcurrentHashMap.newKeySet())
                .add(eventId);
    }

    void print() {
        System.out.printf(
                "sent %d, accepted %d, refused %d, given up %d, sent again %d%n",
                sent.sum(), accepted.sum(), refused.sum(), givenUp.sum(), sentAgain.sum());
        System.out.printf(
                "POST latency ms: p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f%n",
                at(50), at(90), at(99), at(99.9), at(100));
    }

    private double at(double percentile) {
        return latency.getTotalCount() == 0 ? 0 : latency.getValueAtPercentile(percentile) / 1000.0;
    }
}
