package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student who made a cluster's mistake today.
 *
 * @param since their first failed run of it
 * @param runs how many of their runs failed that way
 * @param isIn their latest run of the cell did
 * @param solvedAt the good run that got them out; null while they are in, and for whom another mistake followed
 */
public record ClusterMember(
        UUID student,
        Instant since,
        int runs,
        boolean isIn,
        @Nullable Instant solvedAt) {

    static ClusterMember first(UUID student, Instant when) {
        return new ClusterMember(student, when, 0, false, null);
    }

    /** With one more failed run; {@code latest}: nothing happened in the cell since. */
    ClusterMember failed(Instant when, boolean latest) {
        Instant first = when.isBefore(since) ? when : since;
        return new ClusterMember(student, first, runs + 1, isIn || latest, latest ? null : solvedAt);
    }

    /** Out by another mistake. */
    ClusterMember left() {
        return new ClusterMember(student, since, runs, false, null);
    }

    ClusterMember solved(Instant when) {
        return new ClusterMember(student, since, runs, false, when);
    }
}
