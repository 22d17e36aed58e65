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

    /** Microseconds from the same moment until a dashboard has read the frame with the event; one value for each dashboard. */
    final ConcurrentHistogram shown = new ConcurrentHistogram(3_600_000_000L, 3);

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
        System.out.println("POST latency ms: " + inWords(latency));
        if (shown.getTotalCount() > 0) {
            System.out.println("POST -> frame ms: " + inWords(shown) + ", " + shown.getTotalCount() + " times");
        }
    }

    private static String inWords(ConcurrentHistogram histogram) {
        return String.format(
                "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f",
                at(50, histogram), at(90, histogram), at(99, histogram), at(99.9, histogram), at(100, histogram));
    }

    private static double at(double percentile, ConcurrentHistogram histogram) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
