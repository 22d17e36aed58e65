package io.cellmonitor.report;

import io.cellmonitor.report.Report.HelpReport;
import io.cellmonitor.report.Report.StudentReport;
import io.cellmonitor.roster.StudentsResource.ClassStudent;
import io.cellmonitor.store.relational.CellStatistics;
import io.cellmonitor.store.relational.ReportReads.HelpRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a report together. {@code end}: up to when it can tell, at most {@code to}. */
record ReportWriting(Instant from, Instant to, Instant end, ReportFold fold, List<HelpRow> help) {

    Report report(List<ClassStudent> students, List<CellStatistics> cells) {
        Map<UUID, List<HelpRow>> asked = help.stream().collect(Collectors.groupingBy(HelpRow::student));
        return new Report(
                from,
                to,
                students.stream()
                        .map(student -> student(student, asked.getOrDefault(student.student(), List.of())))
                        .toList(),
                cells,
                fold.clusters(),
                helped());
    }

    private StudentReport student(ClassStudent student, List<HelpRow> asked) {
        StudentFigures known = fold.students().getOrDefault(student.student(), new StudentFigures(from, Duration.ZERO));
        return new StudentReport(
                student.student(),
                student.name(),
                student.studentNumber(),
                known.completed(),
                known.total(),
                known.runs(),
                known.errors(),
                known.activeSeconds(),
                asked.size(),
                asked.stream().mapToLong(this::waitSeconds).sum(),
                known.stuckSeconds(),
                known.finishedAt());
    }

    private HelpReport helped() {
        List<Long> waits = help.stream().map(this::waitSeconds).sorted().toList();
        int lapsed =
                (int) help.stream().filter(row -> row.state().equals("lapsed")).count();
        return waits.isEmpty()
                ? new HelpReport(0, null, null, 0)
                : new HelpReport(waits.size(), median(waits), waits.getLast(), lapsed);
    }

    private static double median(List<Long> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }

    private long waitSeconds(HelpRow row) {
        Instant answered = row.answeredAt() == null || row.answeredAt().isAfter(end) ? end : row.answeredAt();
        return Math.max(0, Duration.between(row.askedAt(), answered).toSeconds());
    }
}
