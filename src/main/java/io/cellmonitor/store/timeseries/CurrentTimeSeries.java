package io.cellmonitor.store.timeseries;

import io.cellmonitor.bus.GroupLags;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    private final GroupLags lags;
    private volatile Instant notBefore = Instant.EPOCH;

    CurrentTimeSeries(TimeSeriesStore influx, TimeSeriesStore postgres, GroupLags lags) {
        this.influx = influx;
        this.postgres = postgres;
        this.lags = lags;
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
            notBefore = Instant.now().plus(REST);
            LOGGER.warnf("PostgreSQL answers in place of InfluxDB: %s", WriteFailures.reason(failure));
            return question.apply(postgres);
        });
    }

    private boolean isCurrent() {
        return Instant.now().isAfter(notBefore)
                && lags.of(InfluxSubscriber.GROUP)
                        .filter(lag -> lag.milliseconds() <= BEHIND.toMillis())
                        .isPresent();
    }
}
