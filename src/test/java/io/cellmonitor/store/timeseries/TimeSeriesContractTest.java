package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.cellmonitor.store.timeseries.TimeSeriesStore.FailedRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every time series store answers, the same for all. */
@ParameterizedClass
@MethodSource("io.cellmonitor.store.timeseries.StoreUnderTest#kinds")
class TimeSeriesContractTest {

    private static final int LIMIT = 100;
    private static final String SHAPE = "NameError: name ? is not defined";

    @Parameter
    String kind;

    private StoreUnderTest tested;
    private TimeSeriesStore store;

    @BeforeEach
    void storeTheGoldenClass() {
        tested = StoreUnderTest.of(kind);
        tested.filling().accept(GoldenClass.events());
        store = tested.store();
    }

    @AfterEach
    void close() {
        tested.close();
    }

    @Test
    void tenMinutesBeginInclusiveAndEndExclusive() {
        assertThat(OpenInflux.wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ACTIVITY);
        assertThat(OpenInflux.wait(store.errorRate(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ERROR_RATE);
    }

    @Test
    void daysAndWeeksBeginAtMidnightOfTheClassAlsoWhenClocksChange() {
        assertThat(OpenInflux.wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.DAYS, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ACTIVITY_BY_DAY);
        assertThat(OpenInflux.wait(store.errorRate(
                        GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.WEEKS, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ERROR_RATE_BY_WEEK);
    }

    /** A zone whose clocks do not change, and days that begin in the afternoon of the day before in UTC. */
    @Test
    void daysOfAZoneAheadBeginAtItsMidnight() {
        Intervals days = new Intervals(Intervals.DAY, java.time.ZoneId.of("Asia/Tokyo"));
        assertThat(OpenInflux.wait(
                        store.activity(GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, days, LIMIT)))
                .extracting(TimeSeriesStore.Activity::interval, TimeSeriesStore.Activity::runs)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-10-31T15:00:00Z"), 3L),
                        org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-11-01T15:00:00Z"), 1L));
    }

    @Test
    void failedRunsComeNewestFirstUpToTheLimit() {
        FailedRun newest =
                new FailedRun(Instant.parse("2026-11-02T05:00:00Z"), Written.student(2), GoldenClass.LESSON3, 3, SHAPE);
        FailedRun oldest = new FailedRun(
                Instant.parse("2026-11-01T04:04:59.999Z"), Written.student(1), GoldenClass.LESSON1, 3, SHAPE);

        assertThat(OpenInflux.wait(store.failedRuns(GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, 10)))
                .containsExactly(newest, oldest);
        assertThat(OpenInflux.wait(store.failedRuns(GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, 1)))
                .containsExactly(newest);
        assertThat(OpenInflux.wait(store.failedRuns(
                        GoldenClass.CLASS, GoldenClass.BEGINNING, Instant.parse("2026-11-02T05:00:00Z"), 10)))
                .containsExactly(oldest);
    }

    @Test
    void noMoreThanTheLimitIsAnswered() {
        assertThat(OpenInflux.wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, 2)))
                .hasSize(2);
        assertThat(OpenInflux.wait(store.errorRate(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, 1)))
                .hasSize(1);
    }

    /** Promise 3. */
    @Test
    void promise3_whatComesAgainChangesNothing() {
        tested.filling().accept(GoldenClass.events());
        tested.filling().accept(GoldenClass.events().reversed());

        assertThat(OpenInflux.wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ACTIVITY);
    }

    @Test
    void twoRunsOfOneMillisecondAreTwo() {
        Instant at = Instant.parse("2026-11-03T10:00:00Z");
        tested.filling()
                .accept(List.of(
                        TimedEvent.at(at.toString(), Written.run(5, 0).eventId("same-1"))
                                .event(),
                        TimedEvent.at(at.toString(), Written.run(5, 0).eventId("same-2"))
                                .event()));

        assertThat(OpenInflux.wait(store.activity(GoldenClass.CLASS, at, at.plusMillis(1), tenMinutes(), LIMIT)))
                .extracting(TimeSeriesStore.Activity::runs)
                .containsExactly(2L);
    }

    @Test
    void oddPathsComeBackAsTheyWere() {
        Instant at = Instant.parse("2026-11-03T10:00:00Z");
        List<String> paths = List.of(
                "a b,c=d.ipynb",
                "quo\"te's.ipynb",
                "back\\slash\\,x.ipynb",
                "課題 1/第 2 回.ipynb",
                "x".repeat(490) + ".ipynb");
        tested.filling()
                .accept(paths.stream()
                        .map(path -> TimedEvent.at(
                                        at.toString(),
                                        Written.run(6, 0)
                                                .eventId("odd-" + paths.indexOf(path))
                                                .in(path, "s-6"))
                                .event())
                        .toList());

        assertThat(OpenInflux.wait(store.errorRate(GoldenClass.CLASS, at, at.plusSeconds(1), tenMinutes(), LIMIT)))
                .extracting(TimeSeriesStore.ErrorRate::notebookPath)
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void aClassWithoutRunsHasNone() {
        assertThat(OpenInflux.wait(store.activity(
                        new java.util.UUID(9, 9), GoldenClass.FROM, GoldenClass.TO, tenMinutes(), LIMIT)))
                .isEmpty();
    }

    private static Intervals tenMinutes() {
        return new Intervals(Duration.ofMinutes(10), ZoneOffset.UTC);
    }
}
