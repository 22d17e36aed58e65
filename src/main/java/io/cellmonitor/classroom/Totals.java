package io.cellmonitor.classroom;

import java.util.Objects;

/**
 * The class in numbers, of its day.
 *
 * @param students who sent anything
 * @param active of these, who is not away
 * @param averageProgress 0 to 1, over the students whose notebook's total is known; 0 without any
 * @param errorsLastFiveMinutes failed runs that happened in the five minutes before
 */
public record Totals(
        int students,
        int active,
        double averageProgress,
        long executions,
        long errors,
        long errorsLastFiveMinutes,
        int helpWaiting) {

    static Totals of(Picture all, long errorsLastFiveMinutes) {
        return new Totals(
                all.students().size(),
                (int) all.students().stream().filter(StudentView::active).count(),
                all.students().stream()
                        .map(StudentView::progress)
                        .filter(Objects::nonNull)
                        .mapToDouble(progress -> progress / 100)
                        .average()
                        .orElse(0),
                all.students().stream().mapToLong(StudentView::executions).sum(),
                all.students().stream().mapToLong(StudentView::errors).sum(),
                errorsLastFiveMinutes,
                (int) all.help().stream()
                        .filter(help -> help.state().equals(HelpState.WAITING.label()))
                        .count());
    }
}
