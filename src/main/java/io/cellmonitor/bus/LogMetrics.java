package io.cellmonitor.bus;

import io.cellmonitor.measure.Histograms;
import io.cellmonitor.measure.QueryTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Counts of the log, without any label that says who. */
final class LogMetrics {

    private final MeterRegistry registry;
    private final Counter appended;
    private final Counter refused;
    private final Counter unpublished;
    private final DistributionSummary group;
    private final Timer append;
    private final QueryTimes queries;

    LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.appended = registry.counter("cellmonitor.log.appended");
        this.refused = registry.counter("cellmonitor.log.refused");
        this.unpublished = registry.counter("cellmonitor.channels.dropped");
        this.group = DistributionSummary.builder("cellmonitor.log.group")
                .description("Events sent in one pipeline")
                .register(registry);
        this.append = Histograms.timer(
                registry, "cellmonitor.log.append", "From the call of append to Redis's answer", Tags.empty());
        this.queries = new QueryTimes(registry, "redis");
    }

    void sent(int events) {
        group.record(events);
    }

    /** A pipeline of appends, sent at {@code since}, was answered. */
    void answered(long since) {
        queries.answered("xadd", since);
    }

    void appended(PendingAppend done) {
        appended.increment(done.events().size());
        append.record(System.nanoTime() - done.since(), TimeUnit.NANOSECONDS);
    }

    void refused() {
        refused.increment();
    }

    void unpublished(int messages) {
        unpublished.increment(messages);
    }

    void stored(String group, int events) {
        registry.counter("cellmonitor.group.stored", "group", group).increment(events);
    }

    void deadLetter(String group) {
        registry.counter("cellmonitor.group.dead.letters", "group", group).increment();
    }

    void unreadable(String group) {
        registry.counter("cellmonitor.group.unreadable", "group", group).increment();
    }
}
