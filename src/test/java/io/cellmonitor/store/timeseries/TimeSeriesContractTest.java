package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.cellmonitor.store.timeseries.TimeSeriesStore.Activity;
import io.cellmonitor.store.timeseries.TimeSeriesStore.ErrorRate;
import io.cellmonitor.store.timeseries.TimeSeriesStore.FailedRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
        assertActivity(GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, GoldenClass.ACTIVITY);
        assertErrorRate(GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, GoldenClass.ERROR_RATE);
        assertActivity(
                GoldenClass.FROM,
                GoldenClass.HALF_PAST_FIVE,
                GoldenClass.TEN_MINUTES,
                GoldenClass.ACTIVITY.subList(0, 2));
    }

    @Test
    void daysAndWeeksBeginAtMidnightOfTheClassAlsoWhenClocksChange() {
        assertActivity(GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.DAYS, GoldenClass.ACTIVITY_BY_DAY);
        assertErrorRate(GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.WEEKS, GoldenClass.ERROR_RATE_BY_WEEK);
    }

    /** A zone whose clocks do not change, and days that begin in the afternoon of the day before in UTC. */
    @Test
    void daysOfAZoneAheadBeginAtItsMidnight() {
        Intervals days = new Intervals(Intervals.DAY, java.time.ZoneId.of("Asia/Tokyo"));
        assertThat(OpenInflux.wait(
                        store.activity(GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, days, LIMIT)))
                .extracting(Activity::interval, Activity::runs)
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

        assertActivity(GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, GoldenClass.ACTIVITY);
    }

    /** More than are written, or read, in one go. */
    @Test
    void everyRunOfALargeBatchCounts() {
        Instant at = Instant.parse("2026-11-03T10:00:00Z");
        tested.filling()
                .accept(IntStream.range(0, 2_001)
                        .mapToObj(run -> TimedEvent.at(
                                        at.plusMillis(run).toString(),
                                        Written.run(7, 0).eventId("many-" + run))
                                .event())
                        .toList());

        assertThat(OpenInflux.wait(store.activity(GoldenClass.CLASS, at, at.plusSeconds(60), tenMinutes(), LIMIT)))
                .extracting(Activity::runs)
                .containsExactly(2_001L);
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
                .extracting(Activity::runs)
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
                .extracting(ErrorRate::notebookPath)
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void aClassWithoutRunsHasNone() {
        assertThat(OpenInflux.wait(store.activity(
                        new java.util.UUID(9, 9), GoldenClass.FROM, GoldenClass.TO, tenMinutes(), LIMIT)))
                .isEmpty();
    }

    private void assertActivity(Instant from, Instant to, Intervals intervals, List<Activity> expected) {
        List<Activity> answer = OpenInflux.wait(store.activity(GoldenClass.CLASS, from, to, intervals, LIMIT));
        assertThat(answer).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer)
                .isSortedAccordingTo(Comparator.comparing(Activity::interval)
                        .thenComparing(row -> row.student().toString()));
    }

    private void assertErrorRate(Instant from, Instant to, Intervals intervals, List<ErrorRate> expected) {
        List<ErrorRate> answer = OpenInflux.wait(store.errorRate(GoldenClass.CLASS, from, to, intervals, LIMIT));
        assertThat(answer).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer).isSortedAccordingTo(Comparator.comparing(ErrorRate::interval));
    }

    private static Intervals tenMinutes() {
        return new Intervals(Duration.ofMinutes(10), ZoneOffset.UTC);
    }
}
