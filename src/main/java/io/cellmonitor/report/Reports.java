package io.cellmonitor.report;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.history.TimeRange;
import io.cellmonitor.problem.BoundedWork;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.ListedStudents;
import io.cellmonitor.store.relational.CellReads;
import io.cellmonitor.store.relational.ReportReads;
import io.cellmonitor.watch.FoldRules;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes reports, two at a time: one reads a whole lesson, or many. */
@ApplicationScoped
class Reports {

    private static final int PAGE = 5_000;
    private static final int MOST_CELLS = 5_000;
    private static final Limits USUAL = new Limits(1_000_000, 2, Duration.ofSeconds(60));
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * What reports may cost.
     *
     * @param events that are folded for one
     * @param atOnce how many are made
     * @param time how long one may take
     */
    record Limits(int events, int atOnce, Duration time) {}

    private final ClassDirectory classes;
    private final ListedStudents students;
    private final CellReads cells;
    private final ReportReads reads;
    private final Limits limits;
    private final BoundedWork work;

    @Inject
    Reports(ClassDirectory classes, ListedStudents students, CellReads cells, ReportReads reads) {
        this(classes, students, cells, reads, USUAL);
    }

    Reports(ClassDirectory classes, ListedStudents students, CellReads cells, ReportReads reads, Limits limits) {
        this.classes = classes;
        this.students = students;
        this.cells = cells;
        this.reads = reads;
        this.limits = limits;
        this.work = new BoundedWork(limits.atOnce(), limits.time(), RETRY_AFTER);
    }

    /** Fails with a problem: 422 for a range with too many events, 503 when others are made, or after a minute. */
    Uni<Report> of(UUID caller, UUID classId, TimeRange range) {
        return work.run(
                () -> make(caller, classId, range),
                "Other reports are being made.",
                "The report takes too long: take a shorter range.");
    }

    private Uni<Report> make(UUID caller, UUID classId, TimeRange range) {
        Instant now = Instant.now();
        Instant end = range.to().isBefore(now) ? range.to() : now;
        MonitoredClass monitored = classes.find(classId).orElseThrow(() -> Problem.notFound("There is no such class."));
        ClassDay day = new ClassDay(monitored.zone(), monitored.dayStart());
        Rules rules = FoldRules.of(monitored);
        Uni<ReportFold> folded = reads.staff(caller, classId)
                .map(staff -> new ReportFold(day, rules, staff, range.from()))
                .chain(fold -> fold(caller, classId, fold, end, 0))
                .map(fold -> fold.end(end));
        return Uni.combine()
                .all()
                .unis(
                        students.of(caller, classId),
                        folded,
                        reads.help(caller, classId, range.from(), range.to(), rules.helpLapse()),
                        cells.statistics(caller, classId, range.from(), range.to(), MOST_CELLS))
                // One connection for a report: the others are for everybody else.
                .usingConcurrencyOf(1)
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> new ReportWriting(range.from(), range.to(), end, all.getItem2(), all.getItem3())
                        .report(all.getItem1(), all.getItem4()));
    }

    /** Page by page, off the event loop. */
    private Uni<ReportFold> fold(UUID caller, UUID classId, ReportFold fold, Instant end, int before) {
        return reads.events(caller, classId, fold.position(), end, PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(events -> {
                    fold.apply(events);
                    int all = before + events.size();
                    if (all > limits.events()) {
                        throw Problem.invalid(
                                "from",
                                "The range has too many events for one report: take a shorter one.",
                                "max " + limits.events() + " events");
                    }
                    return events.size() < PAGE ? Uni.createFrom().item(fold) : fold(caller, classId, fold, end, all);
                });
    }
}
