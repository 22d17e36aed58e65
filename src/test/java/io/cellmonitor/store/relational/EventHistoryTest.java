package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fold reads is what the log held, in its order. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class EventHistoryTest {

    @Parameter
    String server;

    private TestDatabase database;
    private EventHistory history;
    private ClassStates states;
    private List<LoggedEvent> events;

    @BeforeEach
    void storeEvents() {
        database = TestDatabase.on(server);
        UUID other = new UUID(1, 2);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo'), ($2, 'b', 'Asia/Tokyo')",
                Written.CLASS,
                other);
        var pool = database.pool("app_pipeline");
        history = new EventHistory(pool);
        states = new ClassStates(pool);
        events = Written.events(
                Written.of(1, "notebook_opened", 0)
                        .cells(List.of(new CellRef("c-1", "code"), new CellRef("c-2", "raw"))),
                Written.run(2, 0).at(Written.START, 1).in("第3回.ipynb", null),
                Written.of(1, "cell_error", 3).in(null, null),
                Written.run(3, 4),
                Written.of(3, "help", 5));
        List<LoggedEvent> all = new ArrayList<>(events);
        all.add(Written.run(4, 2).ofClass(other).event());
        wait(new RelationalSubscriber(pool, new DeadLetters(pool)).store(all));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void theEventsOfAClassComeAsTheyWereInTheLogPageByPage() {
        List<LoggedEvent> read = new ArrayList<>(wait(history.readAfter(Written.CLASS, StreamId.ZERO, 3)));
        read.addAll(wait(history.readAfter(Written.CLASS, read.getLast().id(), 3)));

        assertThat(read)
                .extracting(LoggedEvent::id)
                .isEqualTo(events.stream().map(LoggedEvent::id).toList());
        assertThat(read)
                .extracting(LoggedEvent::envelope)
                .isEqualTo(events.stream().map(LoggedEvent::envelope).toList());
    }

    /** A page of what students wrote would be a hundred megabytes; a fold has no use for it. */
    @Test
    void ofTheWordsOnlyThoseOfAskingForHelpCome() {
        List<LoggedEvent> read = wait(history.readAfter(Written.CLASS, StreamId.ZERO, 10));
        assertThat(read).hasSize(5);
        assertThat(read.subList(0, 4))
                .allSatisfy(event -> assertThat(event.sealed()).isEmpty());
        assertThat(read.getLast().sealed())
                .isNotEmpty()
                .isEqualTo(events.getLast().sealed());
    }

    @Test
    void theSealedNamesAreThoseOfTheClassesStudents() {
        assertThat(wait(history.sealedNames(Written.CLASS)))
                .containsOnlyKeys(Written.student(1), Written.student(2), Written.student(3))
                .containsEntry(Written.student(3), new byte[] {1, 2, 3});
    }

    @Test
    void aStateIsSavedUnlessALaterOneIsThere() {
        assertThat(wait(states.load(Written.CLASS))).isEmpty();
        wait(states.save(Written.CLASS, new ClassStates.SavedState(new StreamId(5, 1), new byte[] {1})));
        wait(states.save(Written.CLASS, new ClassStates.SavedState(new StreamId(5, 0), new byte[] {2})));
        assertThat(wait(states.load(Written.CLASS)).orElseThrow().state()).containsExactly(1);

        wait(states.save(Written.CLASS, new ClassStates.SavedState(new StreamId(6, 0), new byte[] {3})));
        assertThat(wait(states.load(Written.CLASS)).orElseThrow().at()).isEqualTo(new StreamId(6, 0));
        assertThat(wait(states.savedWithin(Duration.ofMinutes(10), 1))).containsExactly(Written.CLASS);
        assertThat(wait(states.savedWithin(Duration.ofMinutes(10), 0))).isEmpty();
        database.ask("update class_states set saved_at = now() - interval '11 minutes'");
        assertThat(wait(states.savedWithin(Duration.ofMinutes(10), 1))).isEmpty();
        wait(states.forget(Written.CLASS));
        assertThat(wait(states.load(Written.CLASS))).isEmpty();
    }
}
