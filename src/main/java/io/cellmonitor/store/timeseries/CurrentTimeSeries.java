package io.cellmonitor.store.timeseries;

import io.cellmonitor.bus.GroupLag;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * InfluxDB's answers while it is up to date; PostgreSQL's, which are the same, while it is being filled, is more than a minute behind, or does
 * not answer. Nobody waits twice for an InfluxDB that is away: after a failure it is not asked for ten seconds.
 */
final class CurrentTimeSeries implements TimeSeriesStore {

    private static final Logger LOGGER = Logger.getLogger(CurrentTimeSeries.class);
    private static final Duration BEHIND = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(10);

    private final TimeSeriesStore influx;
    private final TimeSeriesStore postgres;
    private final Supplier<Optional<GroupLag>> lag;
    private final LongSupplier nanoTime;
    private volatile long notBefore;

    /** {@code lag} is empty while InfluxDB is being filled; {@code nanoTime} as {@link System#nanoTime()}. */
    CurrentTimeSeries(
            TimeSeriesStore influx, TimeSeriesStore postgres, Supplier<Optional<GroupLag>> lag, LongSupplier nanoTime) {
        this.influx = influx;
        this.postgres = postgres;
        this.lag = lag;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    @Override
    public Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return answer(store -> store.activity(classId, from, to, intervals, limit));
    }

    @Override
    public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
        return answer(store -> store.errorRate(classId, from, to, intervals, limit));
    }

    @Override
    public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
        return answer(store -> store.failedRuns(classId, from, to, limit));
    }

    private <T> Uni<T> answer(Function<TimeSeriesStore, Uni<T>> question) {
        if (!isCurrent()) {
            return question.apply(postgres);
        }
        return question.apply(influx).onFailure().recoverWithUni(failure -> {
            notBefore = nanoTime.getAsLong() + REST.toNanos();
            LOGGER.warnf("PostgreSQL answers in place of InfluxDB: %s", WriteFailures.reason(failure));
            return question.apply(postgres);
        });
    }

    private boolean isCurrent() {
        return nanoTime.getAsLong() - notBefore >= 0
                && lag.get()
                        .filter(behind -> behind.milliseconds() <= BEHIND.toMillis())
                        .isPresent();
    }
}
