package io.cellmonitor.history;

import static io.cellmonitor.history.OneTeachersClass.STRANGER;
import static io.cellmonitor.history.OneTeachersClass.TEACHER;
import static io.cellmonitor.store.relational.TimedEvent.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.CellDurations;
import io.cellmonitor.store.relational.ProgressQuartiles;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.cellmonitor.store.timeseries.TimeSeriesStores;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of a notebook, worked out by hand, and who may see them. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class ClassTimelineTest {

    private static final String PATH = "lesson1.ipynb";
    private static final UUID NOTEBOOK = Written.notebook(Written.CLASS, PATH);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final TimeRange RANGE = new TimeRange(TEN, TEN.plus(Duration.ofMinutes(40)));
    private static final Instant LATER = Instant.parse("2026-11-20T12:00:00Z");

    @Parameter
    String server;

    private TestDatabase database;
    private ClassTimeline timeline;

    @BeforeEach
    void aLessonOfThreeStudents() {
        database = OneTeachersClass.on(server, "America/New_York");
        store(
                at("2026-11-20T09:40:00Z", opened(1)).ofCells(3),
                at("2026-11-20T09:50:00Z", good(1)).ofCell("a", 0).took(1000L),
                at("2026-11-20T10:05:00Z", good(1)).ofCell("b", 1).took(100L),
                at("2026-11-20T10:09:59.999Z", bad(2)).ofCell("a", 0).took(10L),
                at("2026-11-20T10:10:00Z", good(2)).ofCell("a", 0).took(20L),
                at("2026-11-20T10:12:00Z", good(3)).ofCell("a", 0),
                at("2026-11-20T10:12:01Z", good(3)).ofCell("b", 1),
                at("2026-11-20T10:12:02Z", good(3)).ofCell(null, 2),
                at("2026-11-20T10:13:00Z", good(2)).ofCell("text", 3).ofType("markdown"),
                at("2026-11-20T10:14:00Z", Written.run(4, 0).in("lesson2.ipynb", "s"))
                        .ofCell("a", 0),
                at("2026-11-20T10:25:00Z", bad(1)).ofCell("a", 0).took(40L),
                at("2026-11-20T10:40:00Z", good(2)).ofCell("b", 1).took(1000L));
        timeline = new ClassTimeline(
                TimeSeriesStores.postgres(database.pool("app_reader")), Stores.notebooks(database.pool("app_writer")));
    }

    private void store(TimedEvent... events) {
        List<LoggedEvent> numbered =
                Stream.of(events).map(timed -> timed.event()).toList();
        wait(Stores.subscriber(database.pool("app_pipeline")).store(numbered));
    }

    private static Written opened(int student) {
        return Written.of(student, "notebook_opened", 0).eventId("o-" + student).in(PATH, "s");
    }

    private static Written good(int student) {
        return Written.run(student, 0).eventId(UUID.randomUUID().toString()).in(PATH, "s");
    }

    private static Written bad(int student) {
        return Written.of(student, "cell_error", 0)
                .eventId(UUID.randomUUID().toString())
                .in(PATH, "s");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private ProgressTimeline progress(UUID caller, TimeRange range, String interval, Instant now) {
        IntervalChoice choice = IntervalChoice.of(interval, range, NEW_YORK);
        return wait(timeline.progress(caller, Written.CLASS, NOTEBOOK, range, choice, now));
    }

    private CellDurationList durations(UUID caller) {
        return wait(timeline.durations(caller, Written.CLASS, NOTEBOOK, RANGE));
    }

    private static ProgressQuartiles row(String time, long students, double... figures) {
        return new ProgressQuartiles(
                Instant.parse(time), students, figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    @Test
    void progressIsThatOfTheStudentsWhoBeganAtTheEndOfEachIntervalAlsoOfAnEmptyOne() {
        ProgressTimeline progress = progress(TEACHER, RANGE, "PT10M", LATER);

        assertThat(progress.codeCells()).isEqualTo(3);
        assertThat(progress.notebookPath()).isEqualTo(PATH);
        assertThat(progress.rows())
                .containsExactly(
                        row("2026-11-20T10:00:00Z", 2, 0, 0.5, 1, 1.5, 2),
                        row("2026-11-20T10:10:00Z", 3, 1, 1.5, 2, 2.5, 3),
                        row("2026-11-20T10:20:00Z", 3, 1, 1, 1, 2, 3),
                        row("2026-11-20T10:30:00Z", 3, 1, 1, 1, 2, 3));
    }

    @Test
    void nobodyHasMoreThanTheCodeCellsThereAre() {
        store(at("2026-11-20T10:01:00Z", opened(2)).ofCells(2));
        assertThat(progress(TEACHER, RANGE, "PT30M", LATER).rows().getLast())
                .isEqualTo(row("2026-11-20T10:30:00Z", 3, 1, 1, 1, 1.5, 2));
    }

    @Test
    void progressEndsNowAndBeginsWithTheFirstRun() {
        TimeRange day = new TimeRange(TEN.minus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(5)));
        assertThat(progress(TEACHER, day, "PT30M", Instant.parse("2026-11-20T10:29:00Z"))
                        .rows())
                .containsExactly(
                        row("2026-11-20T09:30:00Z", 1, 1, 1, 1, 1, 1), row("2026-11-20T10:00:00Z", 3, 1, 1, 1, 2, 3));
        assertThat(progress(TEACHER, new TimeRange(LATER, LATER.plusSeconds(60)), "PT1M", TEN)
                        .rows())
                .as("all of it is still to come")
                .isEmpty();
    }

    @Test
    void theDayOnWhichClocksGoBackHas25Hours() {
        store(
                at("2026-11-01T04:00:00Z", good(5)).ofCell("a", 0),
                at("2026-11-02T04:59:59.999Z", good(6)).ofCell("a", 0),
                at("2026-11-02T05:00:00Z", good(6)).ofCell("b", 0));
        TimeRange days = new TimeRange(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-02T06:00:00Z"));
        assertThat(progress(TEACHER, days, "P1D", LATER).rows())
                .containsExactly(
                        row("2026-11-01T04:00:00Z", 2, 1, 1, 1, 1, 1),
                        row("2026-11-02T05:00:00Z", 2, 1, 1.25, 1.5, 1.75, 2));
    }

    @Test
    void durationsOfACellAreThoseOfItsRunsInTheRange() {
        assertThat(durations(TEACHER).cells())
                .containsExactly(
                        new CellDurations("a", 0, 4, 2, 3, 10.0, 15.0, 20.0, 30.0, 38.0, 40.0),
                        new CellDurations("b", 1, 2, 0, 2, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0),
                        new CellDurations(null, 2, 1, 0, 1, null, null, null, null, null, null),
                        new CellDurations("text", 3, 1, 0, 1, null, null, null, null, null, null));
    }

    @Test
    void aStudentSeesTheirOwnRunsAloneAndATeacherOfAnotherClassNone() {
        assertThat(durations(Written.student(1)).cells())
                .extracting(CellDurations::cellId, CellDurations::runs)
                .containsExactly(tuple("a", 1L), tuple("b", 1L));
        assertThat(progress(Written.student(1), RANGE, "PT10M", LATER).rows()).allMatch(row -> row.students() == 1);
        assertThat(durations(STRANGER).cells()).isEmpty();
        assertThat(progress(STRANGER, RANGE, "PT10M", LATER).rows()).isEmpty();
        assertThat(progress(STRANGER, RANGE, "PT10M", LATER).codeCells()).isNull();
    }

    @Test
    void anAnswerOfTooManyRowsIsRefused() {
        database.ask("""
                insert into learning_events (user_id, event_id, log_ms, log_seq, class_id, event_type, event_time, occurred_at,
                    received_at, sealed)
                select gen_random_uuid(), 'e', 0, 0, $1, 'cell_executed', $2::timestamptz, now(), now(), ''
                from generate_series(1, 49999)""", Written.CLASS, TEN.atOffset(ZoneOffset.UTC));
        IntervalChoice hours = IntervalChoice.of("PT1H", RANGE, NEW_YORK);
        TimeRange minute = new TimeRange(TEN, TEN.plusSeconds(1));
        assertThat(wait(timeline.activity(Written.CLASS, minute, hours)).rows()).hasSize(49_999);
        assertThatThrownBy(() -> wait(timeline.activity(Written.CLASS, RANGE, hours)))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getParameters())
                                .containsEntry("field", "from")
                                .containsEntry("limit", "max 50000 rows"));
    }

    @Test
    void anotherNotebookIsNotFound() {
        UUID other = Written.notebook(new UUID(1, 2), PATH);
        assertThatThrownBy(() -> wait(timeline.durations(TEACHER, Written.CLASS, other, RANGE)))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(404));
    }
}
