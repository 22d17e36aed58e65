package io.cellmonitor.simulate;

import io.cellmonitor.classroom.Need;
import io.cellmonitor.classroom.StudentView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** The order of the rail: whose need is greatest comes first. */
final class NeedOrder {

    private NeedOrder() {}

    static Comparator<StudentView> at(Instant now) {
        return Comparator.comparingLong((StudentView student) -> -need(student.need(), now))
                .thenComparing(StudentView::student);
    }

    private static long need(Need need, Instant now) {
        return need == null
                ? 0
                : need.weight() * Duration.between(need.since(), now).toMillis();
    }
}
