package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.ReaderLease;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The measurements that are made once a minute. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
class MinuteUpkeepTest {

    private static final String PERFORMANCE =
            "SELECT avg_execution_time, max_execution_time, error_rate FROM performance_metrics";
    private static final String PROGRESS =
            "SELECT completed_cells, total_cells, progress_percentage, session_duration_ms FROM learning_progress";

    /** The minute in which the lesson begins, two hours ago. */
    private final Instant minute = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);

    @Parameter
    InfluxUnderTest which;

    private TestDatabase database;
    private OpenInflux influx;
    private boolean mine = true;
    private Optional<Instant> storedUpTo = Optional.of(Instant.now());
    private Instant end = Instant.now().plusSeconds(60);

    /** One student: a good run and a bad one in one minute, a good one in the next. Another one whose client tells the progress. */
    @BeforeEach
    void storeALesson() {
        database = TestDatabase.on("embedded");
        influx = OpenInflux.on(which.running());
        database.ask("insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo')", Written.CLASS);
        Written run = Written.run(1, 0);
        Written failed = Written.of(1, "cell_error", 0);
        store(
                received(0, run.eventId("a"), "c-1", 10L),
                received(20, failed.eventId("b"), "c-2", 30L),
                received(30, Written.of(2, "progress_update", 0).eventId("c"), null, null),
                received(60, run.eventId("d"), "c-2", 50L));
        database.ask("update notebooks set cell_count = 5");
    }

    @AfterEach
    void close() {
        influx.close();
        database.close();
    }

    @Test
    void eachMinuteIsWrittenOnceHoweverOftenItIsDone() {
        run();
        run();
        assertThat(rows(PERFORMANCE)).containsExactly(row(0, 20, 30, 0.5), row(60, 50, 50, 0));
    }

    @Test
    void progressIsWhatRanWellInTheSessionUnlessTheClientSaysIt() {
        run();
        assertThat(rows(PROGRESS)).containsExactly(row(0, 1, 5, 20, 20_000), row(60, 2, 5, 40, 60_000));
    }

    /** Longer than one step. */
    @Test
    void whatCameDuringAnOutageIsCaughtUp() {
        run();
        store(received(1_500, Written.run(1, 0).eventId("e"), "c-3", 70L));
        run();
        assertThat(rows(PERFORMANCE)).containsExactly(row(0, 20, 30, 0.5), row(60, 50, 50, 0), row(1_500, 70, 70, 0));
    }

    @Test
    void aMinuteIsWrittenOnlyWhenTheStoreOfRecordHasAllOfIt() {
        storedUpTo = Optional.empty();
        run();
        assertThat(rows(PERFORMANCE)).isEmpty();

        storedUpTo = Optional.of(minute.plusSeconds(119));
        run();
        assertThat(rows(PERFORMANCE)).containsExactly(row(0, 20, 30, 0.5));
    }

    @Test
    void aBucketThatWasMadeAgainGetsAllMinutes() throws Exception {
        MinuteUpkeep upkeep = upkeep();
        OpenInflux.wait(upkeep.run(end));
        influx.deleteBucket();
        OpenInflux.wait(upkeep.run(end));
        assertThat(OpenInflux.wait(influx.bucket.find())).isEmpty();

        OpenInflux.wait(influx.subscriber.target());
        OpenInflux.wait(upkeep.run(end));
        assertThat(rows(PERFORMANCE)).hasSize(2);
    }

    @Test
    void oneInstanceDoesIt() {
        mine = false;
        run();
        assertThat(rows(PERFORMANCE)).isEmpty();
    }

    @Test
    void whatTakesTooLongIsLeftForLater() {
        end = Instant.now();
        run();
        assertThat(rows(PERFORMANCE)).isEmpty();
    }

    @Test
    void minutesBeyondRetentionAreNotWritten() {
        influx.close();
        influx = OpenInflux.keeping(Duration.ofHours(1), which.running());
        store(received(5_400, Written.run(1, 0).eventId("f"), "c-3", 70L));
        run();
        assertThat(rows(PERFORMANCE)).containsExactly(row(5_400, 70, 70, 0));
    }

    private void store(LoggedEvent... events) {
        OpenInflux.wait(Stores.subscriber(database.pool("app_pipeline")).store(List.of(events)));
    }

    private LoggedEvent received(int seconds, Written written, String cell, Long durationMs) {
        return TimedEvent.withoutTime(minute.plusSeconds(seconds).toString(), written)
                .ofCell(cell, 1)
                .took(durationMs)
                .event();
    }

    private void run() {
        OpenInflux.wait(upkeep().run(end));
    }

    private MinuteUpkeep upkeep() {
        return new MinuteUpkeep(
                new MinuteRows(database.pool("app_pipeline")),
                influx.bucket,
                influx.writer,
                influx.query,
                () -> Uni.createFrom().item(storedUpTo),
                new Lease());
    }

    private List<List<Object>> rows(String statement) {
        return OpenInflux.wait(influx.query.rows(statement, Map.of())).stream()
                .map(row -> List.copyOf(row.values().getList()))
                .map(values -> (List<Object>) values)
                .toList();
    }

    private List<Object> row(int seconds, Object... figures) {
        List<Object> row = new java.util.ArrayList<>(List.of(figures));
        row.addFirst(minute.plusSeconds(seconds).toEpochMilli());
        return row;
    }

    private final class Lease implements ReaderLease {

        @Override
        public Uni<Boolean> tryAcquire(String name) {
            return Uni.createFrom().item(mine);
        }

        @Override
        public Uni<Void> release(String name) {
            return Uni.createFrom().voidItem();
        }
    }
}
