package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.ReaderLease;
import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The measurements that are made once a minute. */
class MinuteUpkeepTest {

    private static final Instant MINUTE = Instant.parse("2026-11-03T10:07:00Z");

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
    void eachMinuteIsWrittenOnceHoweverOftenItIsDone(InfluxUnderTest which) {
        try (TestDatabase database = TestDatabase.on("embedded");
                OpenInflux influx = OpenInflux.on(which.running())) {
            storeALesson(database);
            run(database, influx);
            run(database, influx);

            assertThat(influx.count(Measurements.PERFORMANCE, "error_rate")).isEqualTo(2);
            assertThat(rows(
                            influx,
                            "SELECT avg_execution_time, max_execution_time, error_rate FROM performance_metrics"))
                    .containsExactly(
                            List.of(MINUTE.toEpochMilli(), 20, 30, 0.5),
                            List.of(MINUTE.plusSeconds(60).toEpochMilli(), 50, 50, 0));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
    void progressIsWhatRanWellInTheSessionUnlessTheClientSaysIt(InfluxUnderTest which) {
        try (TestDatabase database = TestDatabase.on("embedded");
                OpenInflux influx = OpenInflux.on(which.running())) {
            storeALesson(database);
            run(database, influx);

            assertThat(rows(
                            influx,
                            "SELECT completed_cells, total_cells, progress_percentage, session_duration_ms"
                                    + " FROM learning_progress"))
                    .containsExactly(
                            List.of(MINUTE.toEpochMilli(), 1, 5, 20, 20_000),
                            List.of(MINUTE.plusSeconds(60).toEpochMilli(), 2, 5, 40, 70_000));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
    void aMinuteIsWrittenOnlyWhenTheStoreOfRecordHasAllOfIt(InfluxUnderTest which) {
        try (TestDatabase database = TestDatabase.on("embedded");
                OpenInflux influx = OpenInflux.on(which.running())) {
            storeALesson(database);
            run(database, influx, Optional.empty());
            assertThat(influx.count(Measurements.PERFORMANCE, "error_rate")).isZero();

            run(database, influx, Optional.of(MINUTE.plusSeconds(119)));
            assertThat(influx.count(Measurements.PERFORMANCE, "error_rate")).isEqualTo(1);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
    void aBucketThatWasMadeAgainGetsAllMinutes(InfluxUnderTest which) throws Exception {
        try (TestDatabase database = TestDatabase.on("embedded");
                OpenInflux influx = OpenInflux.on(which.running())) {
            storeALesson(database);
            MinuteUpkeep upkeep = upkeep(database, influx, Optional.of(Instant.now()));
            OpenInflux.wait(upkeep.run(Instant.now().plusSeconds(60)));
            influx.deleteBucket();
            OpenInflux.wait(upkeep.run(Instant.now().plusSeconds(60)));
            assertThat(OpenInflux.wait(influx.bucket.find())).isEmpty();
            OpenInflux.wait(influx.subscriber.target());
            OpenInflux.wait(upkeep.run(Instant.now().plusSeconds(60)));

            assertThat(influx.count(Measurements.PERFORMANCE, "error_rate")).isEqualTo(2);
        }
    }

    /** One student: a good run and a bad one in one minute, a good one in the next. Another one whose client tells the progress. */
    private static void storeALesson(TestDatabase database) {
        database.ask("insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo')", Written.CLASS);
        Written run = Written.run(1, 0);
        Written failed = Written.of(1, "cell_error", 0);
        OpenInflux.wait(Stores.subscriber(database.pool("app_pipeline"))
                .store(List.of(
                        received(0, run.eventId("a"), "c-1", 10L),
                        received(20, failed.eventId("b"), "c-2", 30L),
                        received(30, Written.of(2, "progress_update", 0).eventId("c"), null, null),
                        received(70, run.eventId("d"), "c-2", 50L))));
        database.ask("update notebooks set cell_count = 5");
    }

    private static io.cellmonitor.event.LoggedEvent received(
            int seconds, Written written, String cell, Long durationMs) {
        return TimedEvent.withoutTime(MINUTE.plusSeconds(seconds).toString(), written)
                .ofCell(cell, 1)
                .took(durationMs)
                .event();
    }

    private static void run(TestDatabase database, OpenInflux influx) {
        run(database, influx, Optional.of(Instant.now()));
    }

    private static void run(TestDatabase database, OpenInflux influx, Optional<Instant> storedUpTo) {
        OpenInflux.wait(upkeep(database, influx, storedUpTo).run(Instant.now().plusSeconds(60)));
    }

    private static MinuteUpkeep upkeep(TestDatabase database, OpenInflux influx, Optional<Instant> storedUpTo) {
        return new MinuteUpkeep(
                new MinuteRows(database.pool("app_pipeline")),
                influx.bucket,
                influx.writer,
                influx.query,
                () -> Uni.createFrom().item(storedUpTo),
                new AlwaysMine());
    }

    private static List<List<Object>> rows(OpenInflux influx, String statement) {
        return OpenInflux.wait(influx.query.rows(statement, Map.of())).stream()
                .map(row -> List.copyOf(row.values().getList()))
                .map(values -> (List<Object>) values)
                .toList();
    }

    private static final class AlwaysMine implements ReaderLease {

        @Override
        public Uni<Boolean> tryAcquire(String name) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Uni<Void> release(String name) {
            return Uni.createFrom().voidItem();
        }
    }
}
