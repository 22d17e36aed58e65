package io.cellmonitor.history;

import static io.cellmonitor.history.OneTeachersClass.STRANGER;
import static io.cellmonitor.history.OneTeachersClass.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Keyset;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Sealer;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.SessionPlace;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.Written;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a teacher reads of their class, opened; and that nobody else does. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class ClassHistoryTest {

    private static final StreamId END = new StreamId(Long.MAX_VALUE, 0);
    private static final SessionRange ALL = new SessionRange(SessionPlace.FIRST, 100);
    private static final String NOTEBOOK = "第3回/リスト内包表記.ipynb";

    @Parameter
    String server;

    private final Sealer sealer = Keyset.generate().sealer();
    private final EventSealer words = new EventSealer(sealer);
    private final Names names = new Names(sealer);
    private TestDatabase database;
    private ClassHistory history;

    @BeforeEach
    void startWithAClassAndItsTeacher() {
        database = OneTeachersClass.on(server, "Asia/Tokyo");
        history = new ClassHistory(Stores.reads(database.pool("app_writer")), new RowUnsealing(words, names));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private void store(Written... written) {
        List<LoggedEvent> events = new ArrayList<>();
        for (Written one : written) {
            events.add(sealed(one.in(NOTEBOOK, "s-" + one.student()).event()));
        }
        wait(Stores.subscriber(database.pool("app_pipeline")).store(events));
    }

    private Uni<FailedRunList> errors(UUID caller, RunRange range) {
        Instant now = Instant.now();
        return history.errors(caller, Written.CLASS, new TimeRange(now.minusSeconds(300), now.plusSeconds(1)), range);
    }

    private LoggedEvent sealed(LoggedEvent event) {
        UUID student = event.envelope().student();
        String id = event.envelope().eventId();
        boolean error = Boolean.TRUE.equals(event.envelope().hasError());
        LearningEvent said = new LearningEvent(
                id,
                event.envelope().eventType(),
                Instant.now(),
                null,
                null,
                null,
                "山田 花子",
                null,
                null,
                NOTEBOOK,
                null,
                null,
                null,
                "print('合計')",
                null,
                null,
                error,
                error ? "独自Error" : null,
                error ? "だめ" : null,
                error ? "Traceback" : null,
                "合計\n",
                null,
                List.of(),
                Map.of());
        return new LoggedEvent(
                event.id(),
                event.envelope(),
                words.seal(student, id, LearningEventJson.toBytes(said)),
                names.seal(student, "山田 花子"));
    }

    @Test
    void aStudentsRunsComeNewestFirstPageByPageWithTheirWords() {
        store(
                Written.run(1, 0),
                Written.of(1, "cell_error", 1),
                Written.of(1, "notebook_saved", 2),
                Written.run(1, 3),
                Written.run(2, 4));
        UUID student = Written.student(1);

        RunPage first = wait(history.runs(TEACHER, Written.CLASS, student, END, 2));
        RunPage second = wait(history.runs(TEACHER, Written.CLASS, student, StreamId.parse(first.next()), 2));

        assertThat(first.runs()).extracting(StoredRun::eventId).containsExactly("e-1-3", "e-1-1");
        assertThat(second.runs()).extracting(StoredRun::eventId).containsExactly("e-1-0");
        assertThat(second.next()).isNull();
        StoredRun error = first.runs().get(1);
        assertThat(error.code()).isEqualTo("print('合計')");
        assertThat(error.result()).isEqualTo("合計\n");
        assertThat(error.errorName()).isEqualTo("独自Error");
        assertThat(error.errorMessage()).isEqualTo("だめ");
        assertThat(error.notebookPath()).isEqualTo(NOTEBOOK);
        assertThat(error.occurredAt()).isEqualTo(error.receivedAt().minusMillis(10));
    }

    @Test
    void theSessionsOfTheLastDayAreThoseOfTheClassNewestFirst() {
        long dayAgo = System.currentTimeMillis() - Duration.ofHours(25).toMillis();
        store(Written.run(3, 0).at(dayAgo, 0), Written.run(1, 0), Written.of(2, "cell_error", 10), Written.run(2, 20));

        List<Session> sessions =
                wait(history.sessionsOfLastDay(TEACHER, Written.CLASS, ALL)).sessions();

        assertThat(sessions).extracting(Session::student).containsExactly(Written.student(2), Written.student(1));
        Session session = sessions.getFirst();
        assertThat(session.name()).isEqualTo("山田 花子");
        assertThat(List.of(session.executions(), session.errors())).containsExactly(2, 1);
        assertThat(session.durationMs()).isEqualTo(10);
    }

    @Test
    void theLastTenSessionsOfAStudentAndNotebookHaveNoEleventh() {
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(Written.run(1, i).in(NOTEBOOK, "s-" + i).event());
        }
        wait(Stores.subscriber(database.pool("app_pipeline")).store(events));

        List<Session> sessions = wait(history.lastSessions(
                        TEACHER, Written.CLASS, Written.student(1), Written.notebook(Written.CLASS, NOTEBOOK)))
                .sessions();

        assertThat(sessions).hasSize(10);
        assertThat(sessions.getFirst().startedAt()).isEqualTo(Instant.ofEpochMilli(Written.START + 11));
        assertThat(sessions.getFirst().name()).as("sealed with other keys").isNull();
    }

    @Test
    void theErrorsAreThoseOfTheLastFiveMinutes() {
        long now = System.currentTimeMillis();
        store(
                Written.of(1, "cell_error", 0).at(now - 301_000, 0),
                Written.of(2, "cell_error", 0).at(now - 200_000, 0),
                Written.run(2, 1).at(now - 1000, 0));

        List<FailedRun> errors = wait(errors(TEACHER, new RunRange(END, 10))).errors();

        assertThat(errors).extracting(FailedRun::student).containsExactly(Written.student(2));
        assertThat(errors.getFirst().errorMessage()).isEqualTo("だめ");
        assertThat(errors.getFirst().name()).isEqualTo("山田 花子");
    }

    @Test
    void errorsComePageByPageInclusiveOfTheFirstAndExclusiveOfTheLastMillisecond() {
        long start = System.currentTimeMillis() - 60_000;
        store(
                Written.of(1, "cell_error", 0).at(start - 1, 0),
                Written.of(1, "cell_error", 1).at(start, 0),
                Written.of(2, "cell_error", 2).at(start, 1),
                Written.of(3, "cell_error", 3).at(start + 1, 0),
                Written.of(3, "cell_error", 4).at(start + 2, 0));
        TimeRange range = new TimeRange(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + 2));

        FailedRunList first = wait(history.errors(TEACHER, Written.CLASS, range, new RunRange(END, 2)));
        FailedRunList second =
                wait(history.errors(TEACHER, Written.CLASS, range, new RunRange(StreamId.parse(first.next()), 2)));

        assertThat(first.errors())
                .extracting(FailedRun::student)
                .containsExactly(Written.student(3), Written.student(2));
        assertThat(second.errors()).extracting(FailedRun::student).containsExactly(Written.student(1));
        assertThat(second.next()).isNull();
    }

    @Test
    void sessionsThatBeganAtTheSameInstantComeOncePageByPage() {
        store(
                Written.run(1, 0).at(Written.START, 0),
                Written.run(2, 0).at(Written.START, 1),
                Written.run(3, 0).at(Written.START, 2),
                Written.run(4, 0).at(Written.START + 1, 0));
        List<UUID> students = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = null;
        do {
            SessionList page =
                    wait(history.sessionsOfLastDay(TEACHER, Written.CLASS, SessionRange.of(next, "2", 1000, 1000)));
            page.sessions().forEach(session -> students.add(session.student()));
            sizes.add(page.sessions().size());
            next = page.next();
        } while (next != null && sizes.size() < 9);

        assertThat(sizes).containsExactly(2, 2);
        assertThat(students.getFirst()).isEqualTo(Written.student(4));
        assertThat(students)
                .containsExactlyInAnyOrder(
                        Written.student(1), Written.student(2), Written.student(3), Written.student(4));
    }

    @Test
    void aTeacherOfAnotherClassReadsNothing() {
        store(Written.of(1, "cell_error", 0));
        UUID student = Written.student(1);

        assertThat(wait(history.isStudent(TEACHER, Written.CLASS, student))).isTrue();
        assertThat(wait(history.isStudent(TEACHER, Written.CLASS, Written.student(9))))
                .isFalse();
        assertThat(wait(history.isStudent(STRANGER, Written.CLASS, student))).isFalse();
        assertThat(wait(history.runs(STRANGER, Written.CLASS, student, END, 5)).runs())
                .isEmpty();
        assertThat(wait(errors(STRANGER, new RunRange(END, 10))).errors()).isEmpty();
        assertThat(wait(history.sessionsOfLastDay(STRANGER, Written.CLASS, ALL)).sessions())
                .isEmpty();
    }
}
