package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The months of learning_sessions, and a start beside another one. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class OpenPartitionsTest {

    @Parameter
    String server;

    private TestDatabase database;
    private OpenPartitions partitions;

    @BeforeEach
    void start() {
        database = TestDatabase.on(server);
        partitions = new OpenPartitions(database.pool("app_pipeline"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private List<String> months() {
        return database
                .ask("select inhrelid::regclass::text from pg_inherits where inhparent = 'learning_sessions'::regclass"
                        + " and inhrelid <> 'learning_sessions_default'::regclass order by 1")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void aMissingMonthIsOpenedByAnyNumberOfInstancesAtOnce() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        List<String> expected = IntStream.rangeClosed(0, 3)
                .mapToObj(ahead ->
                        "learning_sessions_" + first.plusMonths(ahead).format(DateTimeFormatter.ofPattern("yyyy_MM")))
                .toList();
        assertThat(months()).isEqualTo(expected);

        database.ask("drop table " + expected.getLast());
        wait(Uni.join().all(Stream.generate(partitions::open).limit(4).toList()).andFailFast());
        assertThat(months()).isEqualTo(expected);
    }

    @Test
    void aSessionOutsideTheOpenMonthsIsNoticed() {
        assertThat(wait(partitions.defaultIsEmpty())).isTrue();
        database.ask("insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo')", Written.CLASS);
        var pool = database.pool("app_pipeline");
        wait(new RelationalSubscriber(pool, new DeadLetters(pool))
                .store(Written.events(Written.run(1, 0).at(1_000_000_000_000L, 0))));
        assertThat(wait(partitions.defaultIsEmpty())).isFalse();
    }

    /** On threads of its own, which have this test's class loader; those of the common pool may have another. */
    @Test
    void severalInstancesAndDatabasesOfAClusterStartAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TestDatabase>> starts = Stream.generate(() -> threads.submit(() -> TestDatabase.on(server)))
                    .limit(4)
                    .toList();
            List<Future<?>> again = Stream.<Future<?>>generate(() -> threads.submit(database::migrate))
                    .limit(3)
                    .toList();
            for (Future<TestDatabase> start : starts) {
                start.get().close();
            }
            for (Future<?> start : again) {
                start.get();
            }
        }
        assertThat(wait(partitions.defaultIsEmpty())).isTrue();
    }
}
