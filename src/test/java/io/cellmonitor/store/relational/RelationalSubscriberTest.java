package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 2: exactly once in PostgreSQL, counters included. Promise 5: what a data error is. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class RelationalSubscriberTest {

    private static final long MINUTE = 60_000;

    @Parameter
    String server;

    private TestDatabase database;
    private RelationalSubscriber subscriber;

    @BeforeEach
    void startWithAnEmptyClass() {
        database = TestDatabase.on(server);
        database.ask("insert into classes (id, name, zone) values ($1, '情報', 'Asia/Tokyo')", Written.CLASS);
        subscriber = writer();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RelationalSubscriber writer() {
        var pool = database.pool("app_pipeline");
        return new RelationalSubscriber(pool, new DeadLetters(pool));
    }

    private void store(Written... events) {
        store(Written.events(events));
    }

    private void store(List<LoggedEvent> events) {
        subscriber.store(events).await().atMost(Duration.ofSeconds(60));
    }

    private long count(String table) {
        return database.number("select count(*) from " + table);
    }

    private void assertCountersEqualTheEvents() {
        List<Row> differing = database.ask("""
                select s.id from learning_sessions s full join (
                    select session_id, count(*) filter (where event_type in ('cell_executed', 'cell_error')) as executions,
                           count(*) filter (where event_type = 'cell_error') as errors, max(received_at) as last, min(received_at) as first
                    from learning_events where session_id is not null group by session_id) e on e.session_id = s.id
                where (s.cell_executions, s.error_count, s.ended_at, s.started_at)
                      is distinct from (e.executions::int, e.errors::int, e.last, e.first)""");
        assertThat(differing).isEmpty();
        assertThat(count("learning_sessions_default")).isZero();
    }

    @Test
    void aBatchBecomesStudentsNotebooksASessionAndEvents() {
        store(
                Written.of(1, "notebook_opened", 0)
                        .cells(List.of(new CellRef("c-1", "code"), new CellRef("m-1", "markdown"))),
                Written.run(1, 10),
                Written.of(1, "cell_error", 20));

        Row session = database.ask("select * from learning_sessions").getFirst();
        assertThat(session.getInteger("cell_executions")).isEqualTo(2);
        assertThat(session.getInteger("error_count")).isEqualTo(1);
        assertThat(session.getLong("total_duration_ms")).isEqualTo(20);
        assertThat(database.number("select cell_count from notebooks")).isEqualTo(2);
        assertThat(database.ask("select display_name from users").getFirst().getString(0))
                .isEqualTo("AQIB");
        assertThat(database.ask("select role from enrolments").getFirst().getString(0))
                .isEqualTo("student");
        assertCountersEqualTheEvents();
    }

    /** Two hundred students' rows with each batch would be most of the writing. */
    @Test
    void aStudentWhoseNameStaysIsNotWrittenAgain() {
        store(Written.run(1, 0));
        String before = database.ask("select xmin::text from users").getFirst().getString(0);
        store(Written.run(1, 10));

        assertThat(database.ask("select xmin::text from users").getFirst().getString(0))
                .isEqualTo(before);
        assertCountersEqualTheEvents();
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        List<LoggedEvent> batch = Written.events(Written.run(1, 0), Written.of(1, "cell_error", 5), Written.run(2, 7));
        store(batch);
        store(batch);
        store(batch.subList(1, 3));

        assertThat(count("learning_events")).isEqualTo(3);
        assertThat(database.number("select sum(cell_executions) from learning_sessions"))
                .isEqualTo(3);
        assertCountersEqualTheEvents();
    }

    @Test
    void theFirstWritingOfAnEventWins() {
        store(
                Written.run(1, 0).eventId("t-1"),
                Written.of(1, "cell_error", 1).eventId("t-1"),
                Written.run(2, 2).eventId("t-1"));
        store(Written.of(1, "cell_error", 3).eventId("t-1"));

        assertThat(count("learning_events")).isEqualTo(2);
        assertThat(database.number("select sum(error_count) from learning_sessions"))
                .isZero();
        assertCountersEqualTheEvents();
    }

    @Test
    void runsWithoutANotebookAreCountedInASessionWithoutOne() {
        store(
                Written.run(1, 0).in(null, null),
                Written.run(1, 5).in(null, null),
                Written.of(1, "client_dropped", 6).in(null, null));

        assertThat(database.number("select sum(cell_executions) from learning_sessions where notebook_id is null"))
                .isEqualTo(2);
        assertThat(count("learning_sessions")).isEqualTo(1);
        assertThat(count("learning_events")).isEqualTo(3);
    }

    @Test
    void aNewSessionBeginsAfterThirtyMinutesOfSilence() {
        List<LoggedEvent> events = Written.events(
                Written.run(1, 0).in("a.ipynb", null),
                Written.run(1, 29 * MINUTE).in("a.ipynb", null),
                Written.run(1, 30 * MINUTE).in("b.ipynb", null),
                Written.run(1, 58 * MINUTE).in("a.ipynb", null),
                Written.run(1, 88 * MINUTE).in("a.ipynb", null));
        store(events);
        List<UUID> sessions = sessionsByTime();

        assertThat(sessions.get(1)).isEqualTo(sessions.get(0));
        assertThat(sessions.get(3)).isEqualTo(sessions.get(0));
        assertThat(sessions.get(2)).isNotEqualTo(sessions.get(0));
        assertThat(sessions.get(4)).isNotIn(sessions.subList(0, 4));
        assertThat(sessions.get(0))
                .isEqualTo(SessionIds.of(
                        Written.CLASS,
                        Written.student(1),
                        Written.notebook(Written.CLASS, "a.ipynb"),
                        "auto:" + events.getFirst().id()));
    }

    @Test
    void aReplayInOtherBatchesGivesTheSameSessions() {
        List<LoggedEvent> events = new ArrayList<>();
        Random random = new Random(7);
        for (long at = 0, i = 0; i < 60; i++, at += random.nextLong(20 * MINUTE)) {
            events.add(Written.run(1, at).in("a.ipynb", null).event());
        }
        store(events);
        List<UUID> sessions = sessionsByTime();
        store(events.subList(17, 41));
        assertThat(count("learning_sessions"))
                .isEqualTo(sessions.stream().distinct().count());

        database.ask("truncate learning_events, learning_sessions, session_keys");
        for (int from = 0; from < events.size(); from += 7) {
            store(events.subList(from, Math.min(from + 7, events.size())));
        }
        assertThat(sessionsByTime()).isEqualTo(sessions);
        assertCountersEqualTheEvents();
    }

    private List<UUID> sessionsByTime() {
        return database.ask("select session_id from learning_events order by log_ms, log_seq").stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    @Test
    void twoWritersWithTheSameEventsMakeNoDoubles() {
        List<LoggedEvent> events = randomEvents(new Random(3), 400, 20);
        List<Uni<Void>> writings = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            RelationalSubscriber other = writer();
            Random order = new Random(writer);
            for (int from = 0; from < events.size(); from += 40) {
                List<LoggedEvent> batch = new ArrayList<>(events.subList(Math.max(0, from - 20), from + 40));
                Collections.shuffle(batch, order);
                writings.add(other.store(batch));
            }
        }
        Uni.join().all(writings).andFailFast().await().atMost(Duration.ofSeconds(60));

        assertThat(count("learning_events"))
                .isEqualTo(events.stream()
                        .map(event -> EventBatch.Key.of(event.envelope()))
                        .distinct()
                        .count());
        List<Row> wrong = database.ask("""
                select 1 from learning_sessions s join (select session_id, count(*) filter (where event_type in ('cell_executed', 'cell_error'))
                    as executions from learning_events group by 1) e on e.session_id = s.id where s.cell_executions <> e.executions""");
        assertThat(wrong).isEmpty();
    }

    @Test
    void randomBatchesKeepTheCountersEqualToCountsOverTheEvents() {
        Random random = new Random(11);
        List<LoggedEvent> events = randomEvents(random, 1200, 12);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(60));
            store(events.subList(Math.max(0, from - random.nextInt(20)), to));
            from = to;
        }
        assertCountersEqualTheEvents();
    }

    @Test
    void aThousandEventsOfTwoHundredStudentsAreOneBatch() {
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            events.add(Written.run(i % 200, i)
                    .in("第3回/リスト内包表記.ipynb", "s-" + i % 200)
                    .event());
        }
        store(events);

        assertThat(count("learning_events")).isEqualTo(1000);
        assertThat(count("learning_sessions")).isEqualTo(200);
        assertThat(count("users")).isEqualTo(200);
        assertThat(database.ask("select path from notebooks").getFirst().getString(0))
                .isEqualTo("第3回/リスト内包表記.ipynb");
        assertCountersEqualTheEvents();
    }

    @Test
    void aBatchWithAnEventThatCannotBeStoredChangesNothing() {
        Throwable unknownClass =
                catchThrowable(() -> store(Written.run(1, 0), Written.run(2, 1).ofClass(new UUID(9, 9))));
        Throwable tooLong =
                catchThrowable(() -> store(Written.run(1, 0), Written.run(2, 1).eventId("x".repeat(65))));
        Throwable nul =
                catchThrowable(() -> store(Written.run(1, 0), Written.run(2, 1).eventId("a\0b")));

        assertThat(List.of(unknownClass, tooLong, nul)).allMatch(subscriber::isDataError);
        assertThat(List.of(unknownClass, tooLong, nul))
                .extracting(subscriber::reason)
                .containsExactly("SQLSTATE 23503", "SQLSTATE 22001", "SQLSTATE 22021");
        assertThat(subscriber.isDataError(new IllegalStateException("connection lost")))
                .isFalse();
        assertThat(count("learning_events")).isZero();
        assertThat(count("users")).isZero();
    }

    @Test
    void anEventPutAsideIsThereOnceWithItsWordsSealed() {
        LoggedEvent bad = Written.run(2, 1).eventId("a\0b").event();
        for (int i = 0; i < 2; i++) {
            subscriber.deadLetter(bad, "22021").await().atMost(Duration.ofSeconds(60));
        }

        Row letter = database.ask("select * from dead_letters").getFirst();
        assertThat(count("dead_letters")).isEqualTo(1);
        assertThat(letter.getString("reason")).isEqualTo("22021");
        assertThat(letter.getBuffer("sealed").getBytes()).isEqualTo(bad.sealed());
        assertThat(letter.getBuffer("envelope").toJsonObject().getString("eventId"))
                .isEqualTo("a\0b");
    }

    private static List<LoggedEvent> randomEvents(Random random, int number, int students) {
        List<String> types =
                List.of("cell_executed", "cell_error", "notebook_opened", "notebook_saved", "session_end", "help");
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String session = random.nextInt(3) == 0 ? null : "s-" + random.nextInt(3);
            String notebook = random.nextInt(6) == 0 ? null : "n" + random.nextInt(3) + ".ipynb";
            events.add(Written.of(random.nextInt(students), types.get(random.nextInt(types.size())), 0)
                    .at(Written.START + i * 5000L, random.nextInt(5))
                    .eventId("r-" + random.nextInt(number * 2))
                    .in(notebook, session)
                    .event());
        }
        return events;
    }
}
