package io.cellmonitor.classroom;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a student needs somebody: {@code weight} for every second since {@code since}. It is the time they have lost, from the first failed run
 * of a cell that still fails or from the kernel's death; the time in which they can only wait, for an answer or for a kernel, counts twice.
 *
 * @param weight 1, or 2 for who waits
 */
public record Need(Instant since, int weight) {

    private static final int WAITING = 2;

    static Need stuck(Instant firstFailure) {
        return new Need(firstFailure, 1);
    }

    static Need technical(Instant died) {
        return new Need(died, WAITING);
    }

    /** Trying since the trouble began and waiting since they asked is as much as waiting since the middle of both. */
    static Need asking(Student student, HelpRequest help) {
        Instant trouble = help.since();
        for (CellRuns cell : student.cells()) {
            if (cell.firstFailure() != null && !student.hasLeft(cell)) {
                trouble = earlier(trouble, cell.firstFailure());
            }
        }
        Instant died = student.kernelDiedAt();
        trouble = died == null ? trouble : earlier(trouble, died);
        return new Need(trouble.plus(Duration.between(trouble, help.since()).dividedBy(2)), WAITING);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
