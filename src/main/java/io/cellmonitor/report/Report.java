package io.cellmonitor.report;

import io.cellmonitor.store.relational.CellStatistics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a class did from (inclusive) to (exclusive).
 *
 * @param students everybody of the class, by student number; those who did nothing too
 * @param cells of all notebooks, in their order, by the senders' clocks; all else is by the log's
 * @param clusters mistakes that several students made, the largest first, at most 50
 */
@Schema(name = "Report")
public record Report(
        Instant from,
        Instant to,
        List<StudentReport> students,
        List<CellStatistics> cells,
        List<ClusterReport> clusters,
        HelpReport help) {

    /**
     * What a student did, from the same fold as the screen.
     *
     * @param completed code cells whose latest run went well, of the notebook that they were last in
     * @param total its cells; null when nobody said
     * @param activeSeconds time between events that followed each other before the student counted as away
     * @param helpWaitSeconds until somebody took it on or it ended, of all requests together
     * @param finishedAt since when they had completed all cells at the end; null when they had not, or went on and broke one
     */
    @Schema(name = "StudentReport")
    public record StudentReport(
            UUID student,
            @Nullable String name,
            @Nullable String studentNumber,
            int completed,
            @Nullable Integer total,
            long runs,
            long errors,
            long activeSeconds,
            int helpRequests,
            long helpWaitSeconds,
            long stuckSeconds,
            @Nullable Instant finishedAt) {

        @Override
        public String toString() {
            return "StudentReport[" + student + "]";
        }
    }

    /**
     * The same mistake in the same cell, made by several students, from the same fold as the screen.
     *
     * @param shape the error's message without a student's words; null where nothing of it may be shown
     * @param students who made it, from two on
     * @param runs that failed with it
     */
    @Schema(name = "ReportCluster")
    public record ClusterReport(
            String cluster,
            String errorName,
            @Nullable String shape,
            @Nullable String notebookPath,
            @Nullable String cellId,
            @Nullable Integer cellIndex,
            int students,
            int runs) {}

    /**
     * How long students waited for help.
     *
     * @param medianWaitSeconds null without requests
     * @param lapsed requests that ended because the student's browser fell silent
     */
    @Schema(name = "HelpReport")
    public record HelpReport(
            int requests,
            @Nullable Double medianWaitSeconds,
            @Nullable Long longestWaitSeconds,
            int lapsed) {}
}
