package io.cellmonitor.history;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.ClassReads;
import io.cellmonitor.store.relational.NotebookReads;
import io.cellmonitor.store.relational.SessionPlace;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.timeseries.Intervals;
import io.cellmonitor.store.timeseries.TimeSeriesStore;
import io.cellmonitor.store.timeseries.TimeSeriesStores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query of a route, asked by the application's own code. The words stay sealed: they are opened outside the database.
 *
 * @param ask gives the rows
 */
record MeasuredQuery(String name, Function<Reads, Uni<? extends List<?>>> ask) {

    /** What routes read with, on one pair of pools. */
    record Reads(ClassReads classes, NotebookReads notebooks, TimeSeriesStore series, TeacherQueries.Reads teacher) {

        static Reads of(SemesterDatabase database) {
            var writer = database.pool("app_writer");
            return new Reads(
                    Stores.reads(writer),
                    Stores.notebooks(writer),
                    TimeSeriesStores.postgres(database.pool("app_reader")),
                    TeacherQueries.Reads.of(writer));
        }

        /** Opens the connections, with queries that read nothing. */
        void connect() {
            classes.isStudent(TEACHER, TEACHER, TEACHER).await().atMost(Duration.ofSeconds(60));
            series.failedRuns(TEACHER, Instant.EPOCH, Instant.EPOCH, 1).await().atMost(Duration.ofSeconds(60));
        }
    }

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final UUID CLASS = SemesterData.id("class0");
    private static final UUID STUDENT = SemesterData.id("student0-17");
    private static final UUID NOTEBOOK = SemesterData.id("notebook0-14");
    private static final UUID TEACHER = SemesterData.TEACHER;
    private static final int ROWS = 50_001;
    private static final int PAGE = 1001;

    /** Those of history, then those of notebooks, lessons and reports. */
    static List<MeasuredQuery> all(Instant now) {
        return Stream.concat(ofHistory(now).stream(), TeacherQueries.all(now).stream())
                .toList();
    }

    /** Those that the design names, then the routes in figures over a lesson and over the whole semester. */
    private static List<MeasuredQuery> ofHistory(Instant now) {
        StreamId end = new StreamId(Long.MAX_VALUE, 0);
        StreamId middle = new StreamId(now.minus(Duration.ofDays(50)).toEpochMilli(), 0);
        Instant semester = now.minus(Duration.ofDays(110));
        Intervals tenMinutes = new Intervals(Duration.ofMinutes(10), TOKYO);
        Intervals minutes = new Intervals(Duration.ofMinutes(1), TOKYO);
        Intervals hours = new Intervals(Duration.ofHours(1), TOKYO);
        Intervals days = new Intervals(Intervals.DAY, TOKYO);
        return List.of(
                new MeasuredQuery(
                        "sessions of the last day, first page",
                        reads -> reads.classes.sessionsOfLastDay(TEACHER, CLASS, SessionPlace.FIRST, PAGE)),
                new MeasuredQuery(
                        "last ten sessions of a student and notebook",
                        reads -> reads.classes.sessions(TEACHER, CLASS, STUDENT, NOTEBOOK, 10)),
                new MeasuredQuery(
                        "errors of the last 5 minutes",
                        reads -> reads.classes.errors(TEACHER, CLASS, now.minusSeconds(300), now, end, PAGE)),
                new MeasuredQuery(
                        "errors of the semester, first page",
                        reads -> reads.classes.errors(TEACHER, CLASS, semester, now, end, PAGE)),
                new MeasuredQuery(
                        "a student's runs, first page", reads -> reads.classes.runs(TEACHER, CLASS, STUDENT, end, 51)),
                new MeasuredQuery(
                        "a student's runs, a page of weeks ago",
                        reads -> reads.classes.runs(TEACHER, CLASS, STUDENT, middle, 201)),
                new MeasuredQuery(
                        "activity per 10 minutes and student, last hour",
                        reads -> reads.series.activity(CLASS, now.minusSeconds(3600), now, tenMinutes, ROWS)),
                new MeasuredQuery(
                        "activity per minute and student, a lesson",
                        reads -> reads.series.activity(CLASS, now.minusSeconds(5400), now, minutes, ROWS)),
                new MeasuredQuery(
                        "activity per day and student, semester",
                        reads -> reads.series.activity(CLASS, semester, now, days, ROWS)),
                new MeasuredQuery(
                        "error rate per hour and notebook, a day",
                        reads -> reads.series.errorRate(CLASS, now.minus(Duration.ofDays(1)), now, hours, ROWS)),
                new MeasuredQuery(
                        "error rate per day and notebook, semester",
                        reads -> reads.series.errorRate(CLASS, semester, now, days, ROWS)),
                new MeasuredQuery(
                        "failed runs of the last 5 minutes (time series)",
                        reads -> reads.series.failedRuns(CLASS, now.minusSeconds(300), now, 1000)),
                new MeasuredQuery(
                        "durations per cell of a notebook, a day",
                        reads -> reads.notebooks.durations(
                                TEACHER, CLASS, NOTEBOOK, now.minus(Duration.ofDays(1)), now, 5001)),
                new MeasuredQuery(
                        "durations per cell of a notebook, semester",
                        reads -> reads.notebooks.durations(TEACHER, CLASS, NOTEBOOK, semester, now, 5001)),
                new MeasuredQuery(
                        "code cells of a notebook",
                        reads -> reads.notebooks
                                .codeCells(TEACHER, CLASS, NOTEBOOK)
                                .map(found -> found.stream().toList())),
                new MeasuredQuery(
                        "progress quartiles per minute, a lesson",
                        reads -> reads.notebooks.progress(
                                TEACHER, CLASS, NOTEBOOK, minutes.starts(now.minusSeconds(5400), now), now, 40)),
                new MeasuredQuery(
                        "progress quartiles per day of a past notebook, semester",
                        reads -> reads.notebooks.progress(
                                TEACHER, CLASS, SemesterData.id("notebook0-3"), days.starts(semester, now), now, 40)));
    }
}
