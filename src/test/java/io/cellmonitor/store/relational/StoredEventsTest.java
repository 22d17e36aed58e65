package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.RefillSource;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.servers.TestDatabase;
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

/** What other stores are filled from. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class StoredEventsTest {

    private static final UUID EMPTY_CLASS = new UUID(0, 1);
    private static final UUID OTHER_CLASS = new UUID(-1, 2);
    private static final StreamId END = new StreamId(Long.MAX_VALUE, 0);

    @Parameter
    String server;

    private TestDatabase database;
    private RefillSource source;

    @BeforeEach
    void storeTwoClasses() {
        database = TestDatabase.on(server);
        for (UUID id : List.of(EMPTY_CLASS, Written.CLASS, OTHER_CLASS)) {
            database.ask("insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo')", id);
        }
        Stores.subscriber(database.pool("app_pipeline"))
                .store(Written.events(
                        Written.run(1, 0),
                        Written.run(2, 1).ofClass(OTHER_CLASS),
                        Written.run(1, 2),
                        Written.of(3, "notebook_saved", 3).ofClass(OTHER_CLASS),
                        Written.run(1, 4)))
                .await()
                .atMost(Duration.ofSeconds(60));
        source = new StoredEvents(database.pool("app_pipeline"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyEventOfEveryClassComesOnceWhateverTheSizeOfThePage() {
        for (int limit : List.of(1, 2, 100)) {
            assertThat(ids(read(StreamId.ZERO, END, "", limit)))
                    .containsExactlyInAnyOrder("e-1-0", "e-2-1", "e-1-2", "e-3-3", "e-1-4");
        }
    }

    @Test
    void theRangeIsExclusiveAtItsBeginningAndInclusiveAtItsEnd() {
        assertThat(ids(read(new StreamId(Written.START, 0), new StreamId(Written.START + 3, 0), "", 10)))
                .containsExactlyInAnyOrder("e-2-1", "e-1-2", "e-3-3");
    }

    @Test
    void promise9_itGoesOnFromAnyPage() {
        List<LoggedEvent> whole = read(StreamId.ZERO, END, "", 1);
        List<LoggedEvent> first = new ArrayList<>();
        String from = "";
        while (first.size() < 2) {
            RefillSource.Page page = page(StreamId.ZERO, END, from, 1);
            first.addAll(page.events());
            from = page.next();
        }
        first.addAll(read(StreamId.ZERO, END, from, 1));
        assertThat(ids(first)).isEqualTo(ids(whole));
    }

    @Test
    void anEventComesAsItWasInTheLogButForTheName() {
        LoggedEvent stored =
                read(StreamId.ZERO, new StreamId(Written.START, 0), "", 10).getFirst();
        LoggedEvent written = Written.run(1, 0).event();
        assertThat(stored.envelope()).isEqualTo(written.envelope());
        assertThat(stored.id()).isEqualTo(written.id());
        assertThat(stored.sealed()).isEqualTo(written.sealed());
    }

    private List<LoggedEvent> read(StreamId after, StreamId upTo, String from, int limit) {
        List<LoggedEvent> events = new ArrayList<>();
        for (String place = from; place != null; ) {
            RefillSource.Page page = page(after, upTo, place, limit);
            events.addAll(page.events());
            place = page.next();
        }
        return events;
    }

    private RefillSource.Page page(StreamId after, StreamId upTo, String from, int limit) {
        return source.page(after, upTo, from, limit).await().atMost(Duration.ofSeconds(60));
    }

    private static List<String> ids(List<LoggedEvent> events) {
        return events.stream().map(event -> event.envelope().eventId()).toList();
    }
}
