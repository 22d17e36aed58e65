package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.Written;
import io.cellmonitor.store.timeseries.TimeSeriesStore.Activity;
import io.cellmonitor.store.timeseries.TimeSeriesStore.ErrorRate;
import io.cellmonitor.store.timeseries.TimeSeriesStore.FailedRun;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every time series store, on PostgreSQL. Events happen 40 ms before the log takes them. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class PostgresTimeSeriesTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Intervals INTERVALS = new Intervals(INTERVAL, ZoneOffset.UTC);
    private static final int LIMIT = 100;
    private static final UUID OTHER_CLASS = new UUID(1, 2);

    @Parameter
    String server;

    private final long start = Written.START / INTERVAL.toMillis() * INTERVAL.toMillis();
    private final Instant from = Instant.ofEpochMilli(start);
    private final Instant to = from.plus(Duration.ofMinutes(30));
    private TestDatabase database;
    private TimeSeriesStore store;

    @BeforeEach
    void storeRuns() {
        database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                Written.CLASS,
                OTHER_CLASS);
        wait(Stores.subscriber(database.pool("app_pipeline"))
                .store(Written.events(
                        at(Written.run(1, 0), 39),
                        at(Written.run(1, 1), 40),
                        at(Written.of(1, "cell_error", 2), 41),
                        at(Written.of(1, "notebook_saved", 3), 42),
                        at(Written.run(2, 4), 600_039),
                        at(Written.of(2, "cell_error", 5), 600_040).in("第3回.ipynb", "s"),
                        at(Written.run(3, 6).ofClass(OTHER_CLASS), 50),
                        at(Written.of(2, "cell_error", 7), 1_800_040))));
        store = new PostgresTimeSeries(database.pool("app_reader"));
    }

    private Written at(Written written, long afterStart) {
        return written.at(start + afterStart, 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void activityIsRunsAndTheirMeanDurationPerIntervalAndStudent() {
        List<Activity> expected = List.of(
                new Activity(from, Written.student(1), 2, 12.0),
                new Activity(from, Written.student(2), 1, 12.0),
                new Activity(from.plus(INTERVAL), Written.student(2), 1, 12.0));
        assertThat(wait(store.activity(Written.CLASS, from, to, INTERVALS, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theErrorRateIsFailedRunsAmongAllPerIntervalAndNotebook() {
        assertThat(wait(store.errorRate(Written.CLASS, from, to, INTERVALS, LIMIT)))
                .containsExactly(
                        new ErrorRate(from, "lesson1.ipynb", 3, 1.0 / 3),
                        new ErrorRate(from.plus(INTERVAL), "第3回.ipynb", 1, 1.0));
    }

    @Test
    void failedRunsComeNewestFirstUpToTheLimit() {
        String shape = "NameError: name ? is not defined";
        FailedRun newest = new FailedRun(from.plus(INTERVAL), Written.student(2), "第3回.ipynb", 3, shape);
        FailedRun oldest = new FailedRun(from.plusMillis(1), Written.student(1), "lesson1.ipynb", 3, shape);

        assertThat(wait(store.failedRuns(Written.CLASS, from, to, 10))).containsExactly(newest, oldest);
        assertThat(wait(store.failedRuns(Written.CLASS, from, to, 1))).containsExactly(newest);
    }

    @Test
    void moreRowsThanTheLimitAreNotRead() {
        assertThat(wait(store.activity(Written.CLASS, from, to, INTERVALS, 2))).hasSize(2);
        assertThat(wait(store.errorRate(Written.CLASS, from, to, INTERVALS, 1))).hasSize(1);
    }
}
