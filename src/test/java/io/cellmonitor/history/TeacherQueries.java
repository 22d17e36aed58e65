package io.cellmonitor.history;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.AnswerReads;
import io.cellmonitor.store.relational.AnswerReads.Place;
import io.cellmonitor.store.relational.CellReads;
import io.cellmonitor.store.relational.ClassReads.OwnCells;
import io.cellmonitor.store.relational.NotebookList;
import io.cellmonitor.store.relational.ReportReads;
import io.cellmonitor.store.relational.Stores;
import io.cellmonitor.store.relational.WorkingReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What notebooks, lessons and reports ask, over a lesson and over the semester. */
final class TeacherQueries {

    /** What their routes read with. */
    record Reads(
            NotebookList notebooks, CellReads cells, AnswerReads answers, WorkingReads working, ReportReads report) {

        static Reads of(Pool writer) {
            return new Reads(
                    Stores.notebookList(writer),
                    Stores.cells(writer),
                    Stores.answers(writer),
                    Stores.working(writer),
                    Stores.report(writer));
        }
    }

    private static final UUID CLASS = SemesterData.id("class0");
    private static final UUID NOTEBOOK = SemesterData.id("notebook0-14");
    private static final UUID TEACHER = SemesterData.TEACHER;
    private static final String CELL = "cell-14-20";
    /** As many as a cluster's route asks for: three who are in it, ten who got out. */
    private static final Set<UUID> IN_CLUSTER = IntStream.range(0, 13)
            .mapToObj(student -> SemesterData.id("student0-" + student * 15))
            .collect(Collectors.toSet());

    private static final OwnCells CLUSTERED = new OwnCells(Set.of(CELL), Set.of());
    private static final Place FIRST = AnswerPlace.of(null);

    private TeacherQueries() {}

    static List<MeasuredQuery> all(Instant now) {
        Instant lesson = now.minusSeconds(5400);
        Instant semester = now.minus(Duration.ofDays(110));
        StreamId begin = new StreamId(lesson.toEpochMilli(), 0);
        return List.of(
                new MeasuredQuery(
                        "runs of a cluster's students, a lesson",
                        reads -> reads.classes().runsOfCells(TEACHER, CLASS, IN_CLUSTER, lesson, CLUSTERED, 400)),
                query("notebooks of a class", reads -> reads.notebooks.of(TEACHER, CLASS, 1000)),
                query(
                        "statistics per cell of a notebook, a lesson",
                        reads -> reads.cells.statistics(TEACHER, CLASS, NOTEBOOK, lesson, now, 5000)),
                query(
                        "statistics per cell of a notebook, semester",
                        reads -> reads.cells.statistics(TEACHER, CLASS, NOTEBOOK, semester, now, 5000)),
                query(
                        "statistics per cell of all notebooks, semester",
                        reads -> reads.cells.statistics(TEACHER, CLASS, semester, now, 5000)),
                query(
                        "answers to a cell, a lesson, first page",
                        reads -> reads.answers.latest(TEACHER, CLASS, NOTEBOOK, CELL, lesson, now, FIRST, 51)),
                query(
                        "answers to a cell, semester, first page",
                        reads -> reads.answers.latest(TEACHER, CLASS, NOTEBOOK, CELL, semester, now, FIRST, 51)),
                query(
                        "when a class worked, a month",
                        reads -> reads.working.spans(TEACHER, CLASS, now.minus(Duration.ofDays(31)), now)),
                query("when a class worked, semester", reads -> reads.working.spans(TEACHER, CLASS, semester, now)),
                query(
                        "events of a report, a page of 5,000",
                        reads -> reads.report.events(TEACHER, CLASS, begin, now, 5000)),
                query(
                        "help of a report, a lesson",
                        reads -> reads.report.help(TEACHER, CLASS, lesson, now, Duration.ofSeconds(60))));
    }

    private static MeasuredQuery query(String name, Function<Reads, Uni<? extends List<?>>> ask) {
        return new MeasuredQuery(name, reads -> ask.apply(reads.teacher()));
    }
}
