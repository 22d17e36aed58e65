package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.GroupLag;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promise 7, for whoever asks: while InfluxDB cannot answer rightly, PostgreSQL does. */
class CurrentTimeSeriesTest {

    private final Named influx = new Named(1);
    private final Named postgres = new Named(2);
    private Optional<GroupLag> lag = Optional.of(new GroupLag(3, 500));
    private final TimeSeriesStore store = new CurrentTimeSeries(influx, postgres, () -> lag);

    @Test
    void influxDbAnswersWhileItIsUpToDate() {
        assertThat(whoAnswers()).isEqualTo(1);
    }

    @Test
    void promise7_postgresAnswersWhileInfluxDbIsMoreThanAMinuteBehind() {
        lag = Optional.of(new GroupLag(2_000, 60_001));
        assertThat(whoAnswers()).isEqualTo(2);
        lag = Optional.of(new GroupLag(0, 0));
        assertThat(whoAnswers()).isEqualTo(1);
    }

    @Test
    void promise7_postgresAnswersWhileInfluxDbIsBeingFilled() {
        lag = Optional.empty();
        assertThat(whoAnswers()).isEqualTo(2);
    }

    @Test
    void promise7_postgresAnswersWhenInfluxDbFailsAndItIsNotAskedAgainAtOnce() {
        influx.failing = true;
        assertThat(whoAnswers()).isEqualTo(2);
        assertThat(whoAnswers()).isEqualTo(2);
        assertThat(influx.asked).hasValue(1);
    }

    private int whoAnswers() {
        Instant now = Instant.now();
        return OpenInflux.wait(store.failedRuns(new UUID(0, 0), now, now, 1))
                .getFirst()
                .cellIndex();
    }

    /** Answers with its number. */
    private static final class Named implements TimeSeriesStore {

        private final AtomicInteger asked = new AtomicInteger();
        private final int number;
        private boolean failing;

        Named(int number) {
            this.number = number;
        }

        @Override
        public Uni<List<Activity>> activity(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
            asked.incrementAndGet();
            return failing
                    ? Uni.createFrom().failure(new InfluxRefusal(500, "InfluxDB answers 500"))
                    : Uni.createFrom().item(List.of(new FailedRun(from, classId, null, number, null)));
        }
    }
}
