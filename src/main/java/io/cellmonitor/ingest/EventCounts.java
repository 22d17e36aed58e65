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

    /** How many of a request's events have which fate once the log has them; what is mended is accepted too. */
    record Fates(int accepted, int mended, int rejected) {

        static Fates of(Taken taken) {
            int mended = 0;
            for (TakenEvent each : taken.events()) {
                mended += each.event().wasMended() ? 1 : 0;
            }
            return new Fates(taken.events().size(), mended, taken.rejected().size());
        }
    }

    /** The log has them. */
    void taken(Fates fates) {
        accepted.increment(fates.accepted());
        if (fates.mended() > 0) {
            mended.increment(fates.mended());
        }
        if (fates.rejected() > 0) {
            rejected.increment(fates.rejected());
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
