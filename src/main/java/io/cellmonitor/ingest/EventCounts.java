package io.cellmonitor.ingest;

import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what becomes of events: {@code cellmonitor_events_total}. Safe from any thread. */
@Singleton
final class EventCounts {

    private final Counter accepted;
    private final Counter mended;
    private final Counter rejected;
    private final Counter refused;

    EventCounts(MeterRegistry registry) {
        this.accepted = counter(registry, "accepted");
        this.mended = counter(registry, "mended");
        this.rejected = counter(registry, "rejected");
        this.refused = counter(registry, "refused");
    }

    /** The log has them. What is mended is accepted too. */
    void taken(Taken taken) {
        int cut = 0;
        for (TakenEvent each : taken.events()) {
            cut += each.event().wasMended() ? 1 : 0;
        }
        accepted.increment(taken.events().size());
        if (cut > 0) {
            mended.increment(cut);
        }
        if (!taken.rejected().isEmpty()) {
            rejected.increment(taken.rejected().size());
        }
    }

    /** A request of which nothing was taken: one, for nobody knows of how many events. */
    void refused() {
        refused.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("cellmonitor.events")
                .description("Events accepted, mended (of these), rejected one by one; requests refused whole")
                .tag("outcome", outcome)
                .register(registry);
    }
}
