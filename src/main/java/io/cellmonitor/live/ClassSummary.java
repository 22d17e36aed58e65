package io.cellmonitor.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.access.ClassRules;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Need;
import io.cellmonitor.classroom.Reason;
import io.cellmonitor.classroom.RecentRun;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.classroom.Totals;
import io.cellmonitor.watch.ClassSnapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A class for a first paint.
 *
 * @param at the stream id it is true at; {@code /ws/connect?after=} goes on from there
 * @param stale true when it was kept from earlier because the class cannot be read now
 * @param averageProgress 0 to 1
 */
@RegisterForReflection(
        targets = {
            ClassSummary.class,
            ClassHeader.class,
            ClassRules.class,
            ClusterView.class,
            StudentView.class,
            HelpClaim.class,
            HelpView.class,
            Need.class,
            Reason.class,
            RecentRun.class
        })
public record ClassSummary(
        @JsonProperty("class_id") UUID classId,
        String at,
        boolean stale,
        @JsonProperty("total_students") int totalStudents,
        @JsonProperty("active_students") int activeStudents,
        @JsonProperty("avg_progress") double averageProgress,
        long executions,
        long errors,
        @JsonProperty("errors_last_5_min") long errorsLastFiveMinutes,
        @JsonProperty("help_waiting") int helpWaiting,
        @JsonProperty("class") ClassHeader monitored,
        List<StudentView> students,
        List<HelpView> help,
        List<ClusterView> clusters) {

    static ClassSummary of(ClassSnapshot snapshot) {
        Totals totals = snapshot.totals();
        return new ClassSummary(
                snapshot.monitored().id(),
                snapshot.at().toString(),
                false,
                totals.students(),
                totals.active(),
                totals.averageProgress(),
                totals.executions(),
                totals.errors(),
                totals.errorsLastFiveMinutes(),
                totals.helpWaiting(),
                ClassHeader.of(snapshot),
                snapshot.picture().students(),
                snapshot.picture().help(),
                snapshot.picture().clusters());
    }

    /** The numbers alone, marked stale: no names and no words, for a place that keeps none. */
    ClassSummary keptWithoutWords() {
        return new ClassSummary(
                classId,
                at,
                true,
                totalStudents,
                activeStudents,
                averageProgress,
                executions,
                errors,
                errorsLastFiveMinutes,
                helpWaiting,
                monitored,
                students.stream().map(student -> student.withName(null)).toList(),
                help.stream().map(request -> request.withWords(null, null)).toList(),
                clusters);
    }
}
