package io.cellmonitor.report;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.report.Report.ClusterReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Adds up what the fold shows of one cluster, one view after the other. What lies before the beginning of the report is not counted. */
final class ClusterFigures {

    private final Instant from;
    private final Set<UUID> students = new HashSet<>();
    private ClusterView last;
    private int counted;
    private int runs;

    ClusterFigures(ClusterView first, Instant from) {
        this.from = from;
        this.last = first;
    }

    /** The next view, after an event of {@code student} at {@code at}: a run that failed this way makes one more. */
    void next(ClusterView view, UUID student, Instant at) {
        int more = view.runs() - counted;
        counted = view.runs();
        last = view;
        if (more > 0 && !at.isBefore(from)) {
            runs += more;
            students.add(student);
        }
    }

    /** A new day of the class counts anew. */
    void startDay() {
        counted = 0;
    }

    ClusterReport report() {
        return new ClusterReport(
                last.cluster(),
                last.errorName(),
                last.shape(),
                last.notebookPath(),
                last.cellId(),
                last.cellIndex(),
                students.size(),
                runs);
    }
}
