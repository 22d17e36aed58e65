package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.GroupLag;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promise 7, for whoever asks: while InfluxDB cannot answer rightly, PostgreSQL does. */
class CurrentTimeSeriesTest {

    private static final UUID ANYBODY = new UUID(0, 0);
    private static final Intervals HOURS = new Intervals(Duration.ofHours(1), ZoneOffset.UTC);

    private final Named influx = new Named(1);
    private final Named postgres = new Named(2);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private long nanos = Long.MAX_VALUE - 5_000_000_000L;
    private Optional<GroupLag> lag = Optional.of(new GroupLag(3, 500));
    private final TimeSeriesStore store = new CurrentTimeSeries(influx, postgres, () -> lag, () -> nanos);

    @Test
    void influxDbAnswersWhileItIsUpToDate() {
        assertThat(whoAnswers()).isEqualTo(1);
    }

    @Test
    void promise7_postgresAnswersWhileInfluxDbIsMoreThanAMinuteBehind() {
        lag = Optional.of(new GroupLag(2_000, 60_001));
        assertThat(whoAnswers()).isEqualTo(2);
        lag = Optional.of(new GroupLag(1_999, 60_000));
        assertThat(whoAnswers()).isEqualTo(1);
    }

    @Test
    void promise7_postgresAnswersWhileInfluxDbIsBeingFilled() {
        lag = Optional.empty();
        assertThat(whoAnswers()).isEqualTo(2);
    }

    @Test
    void promise7_postgresAnswersWhenInfluxDbFailsAndItIsAskedAgainTenSecondsLater() {
        influx.failing = true;
        assertThat(whoAnswers()).isEqualTo(2);
        influx.failing = false;
        nanos += 9_999_999_999L;
        assertThat(whoAnswers()).isEqualTo(2);
        assertThat(influx.asked).hasValue(1);

        nanos += 1;
        assertThat(whoAnswers()).isEqualTo(1);
    }

    /** The same of them, whatever is asked. */
    private int whoAnswers() {
        int answers = OpenInflux.wait(store.failedRuns(ANYBODY, NOW, NOW, 1))
                .getFirst()
                .cellIndex();
        assertThat(OpenInflux.wait(store.activity(ANYBODY, NOW, NOW, HOURS, 1))
                        .getFirst()
                        .runs())
                .isEqualTo(answers);
        assertThat(OpenInflux.wait(store.errorRate(ANYBODY, NOW, NOW, HOURS, 1))
                        .getFirst()
                        .runs())
                .isEqualTo(answers);
        return answers;
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
            return answer(new Activity(from, classId, number, null));
        }

        @Override
        public Uni<List<ErrorRate>> errorRate(UUID classId, Instant from, Instant to, Intervals intervals, int limit) {
            return answer(new ErrorRate(from, null, number, 0));
        }

        @Override
        public Uni<List<FailedRun>> failedRuns(UUID classId, Instant from, Instant to, int limit) {
            return answer(new FailedRun(from, classId, null, number, null));
        }

        private <T> Uni<List<T>> answer(T row) {
            asked.incrementAndGet();
            return failing
                    ? Uni.createFrom().failure(new InfluxRefusal(500, "InfluxDB answers 500"))
                    : Uni.createFrom().item(List.of(row));
        }
    }
}
