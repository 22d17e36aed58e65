package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** InfluxDB and PostgreSQL say the same of three days that nobody worked out by hand, in zones of all sorts. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
class TimeSeriesAgreementTest {

    /** In New York clocks go back in the second night. */
    private static final Instant BEGIN = Instant.parse("2026-10-30T20:00:00Z");

    private static final Duration LENGTH = Duration.ofHours(60);
    private static final int RUNS = 1_200;
    private static final int LIMIT = 10_000;
    private static final List<String> ZONES = List.of("UTC", "Asia/Tokyo", "Asia/Kathmandu", "America/New_York");
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(4), Intervals.DAY, Intervals.WEEK);
    private static final RecursiveComparisonConfiguration BUT_FOR_ROUNDING = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(new DoubleComparator(1e-9), Double.class)
            .build();

    @Parameter
    InfluxUnderTest which;

    private final Random random = new Random(20_261_101);
    private StoreUnderTest influx;
    private StoreUnderTest postgres;

    @BeforeEach
    void storeTheSameInBoth() {
        List<LoggedEvent> events = LongStream.generate(() -> random.nextLong(LENGTH.toMillis()))
                .distinct()
                .limit(RUNS)
                .sorted()
                .mapToObj(this::run)
                .toList();
        influx = StoreUnderTest.of("InfluxDB " + which);
        postgres = StoreUnderTest.of("PostgreSQL embedded");
        influx.filling().accept(events);
        postgres.filling().accept(events);
    }

    @AfterEach
    void close() {
        influx.close();
        postgres.close();
    }

    private LoggedEvent run(long afterMs) {
        String notebook = random.nextInt(20) == 0 ? null : "lesson" + random.nextInt(3) + ".ipynb";
        Written written = Written.of(random.nextInt(1, 6), random.nextInt(4) == 0 ? "cell_error" : "cell_executed", 0)
                .eventId("r-" + afterMs)
                .in(notebook, "s");
        return TimedEvent.at(BEGIN.plusMillis(afterMs).toString(), written)
                .took(random.nextInt(10) == 0 ? null : random.nextLong(60_000))
                .event();
    }

    @Test
    void bothAnswerTheSame() {
        for (Intervals intervals : intervals().toList()) {
            Instant from = BEGIN.plusMillis(random.nextLong(LENGTH.toMillis() / 2));
            Instant to = from.plusMillis(random.nextLong(LENGTH.toMillis() / 10, LENGTH.toMillis() / 2));
            String question = intervals + " from " + from + " to " + to;

            assertThat(OpenInflux.wait(influx.store().activity(Written.CLASS, from, to, intervals, LIMIT)))
                    .as(question)
                    .usingRecursiveFieldByFieldElementComparator(BUT_FOR_ROUNDING)
                    .containsExactlyElementsOf(
                            OpenInflux.wait(postgres.store().activity(Written.CLASS, from, to, intervals, LIMIT)));
            assertThat(OpenInflux.wait(influx.store().errorRate(Written.CLASS, from, to, intervals, LIMIT)))
                    .as(question)
                    .usingRecursiveFieldByFieldElementComparator(BUT_FOR_ROUNDING)
                    .containsExactlyElementsOf(
                            OpenInflux.wait(postgres.store().errorRate(Written.CLASS, from, to, intervals, LIMIT)));
            assertThat(OpenInflux.wait(influx.store().failedRuns(Written.CLASS, from, to, LIMIT)))
                    .as(question)
                    .isNotEmpty()
                    .isEqualTo(OpenInflux.wait(postgres.store().failedRuns(Written.CLASS, from, to, LIMIT)));
        }
    }

    private static Stream<Intervals> intervals() {
        return ZONES.stream()
                .map(ZoneId::of)
                .flatMap(zone -> LENGTHS.stream().map(length -> new Intervals(length, zone)));
    }
}
