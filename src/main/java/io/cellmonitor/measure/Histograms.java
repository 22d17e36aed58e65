package io.cellmonitor.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** Times in fixed steps, so that figures of several instances can be added up. */
public final class Histograms {

    /** In milliseconds: the numbers that we hold (10, 75, 100) lie on a border of a step. */
    private static final long[] STEPS = {1, 2, 5, 10, 25, 50, 75, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};

    private Histograms() {}

    /** A timer whose histogram has those steps; recording allocates nothing. {@code name} in Micrometer's way, with dots. */
    public static Timer timer(MeterRegistry registry, String name, String description, Tags tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(
                        LongStream.of(STEPS).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }
}
