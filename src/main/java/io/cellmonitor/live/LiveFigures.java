package io.cellmonitor.live;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.measure.Histograms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What screens get, in figures. Safe from any thread. */
@Singleton
class LiveFigures {

    private final MeterRegistry registry;
    private final Counter frames;
    private final Counter slow;
    private final Counter closed;
    private final Timer delay;

    @Inject
    LiveFigures(MeterRegistry registry) {
        this.registry = registry;
        this.frames = Counter.builder("cellmonitor.live.frames")
                .description("Frames given to sockets")
                .register(registry);
        this.slow = slow("snapshot");
        this.closed = slow("closed");
        this.delay = Histograms.timer(
                registry,
                "cellmonitor.live.delay",
                "From an event's place in the log (by Redis's clock) to its frame (by ours)",
                Tags.empty());
    }

    /** Figures that nobody sees. */
    LiveFigures() {
        this(new CompositeMeterRegistry());
    }

    void connections(IntSupplier connections) {
        Gauge.builder("cellmonitor.live.connections", connections::getAsInt)
                .description("Screens that are connected here")
                .register(registry);
    }

    void sent() {
        frames.increment();
    }

    /** A screen did not read fast enough: its backlog is dropped, and one snapshot comes in its place. */
    void slow() {
        slow.increment();
    }

    /** A screen was closed, for it read nothing for too long. */
    void closedAsSlow() {
        closed.increment();
    }

    /** These events are in a frame now. */
    void framed(List<EventView> events, long nowMillis) {
        for (EventView event : events) {
            String place = event.id();
            long logged = Long.parseLong(place, 0, place.indexOf('-'), 10);
            delay.record(Math.max(0, nowMillis - logged), TimeUnit.MILLISECONDS);
        }
    }

    private Counter slow(String outcome) {
        return Counter.builder("cellmonitor.live.slow")
                .description("Screens that read too slowly: got a snapshot instead of a backlog, or were closed")
                .tag("outcome", outcome)
                .register(registry);
    }
}
