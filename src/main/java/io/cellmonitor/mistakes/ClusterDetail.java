package io.cellmonitor.mistakes;

import io.cellmonitor.classroom.ClusterView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with its words, for somebody who may read them.
 *
 * @param students everybody who made the mistake today, in the order in which they came
 * @param example its latest failed run; null when none is stored yet
 * @param ways the changes with which others got out of it, at most five, newest first
 */
@RegisterForReflection
public record ClusterDetail(
        ClusterView cluster,
        List<InCluster> students,
        @Nullable Example example,
        List<WayOut> ways) {

    /**
     * Who made the mistake.
     *
     * @param since their first failed run of it
     * @param runs how many of their runs failed that way
     * @param solvedAt the good run that got them out; null while they are in, or when another mistake followed
     */
    @RegisterForReflection
    public record InCluster(
            UUID student,
            @Nullable String name,
            Instant since,
            int runs,
            @Nullable Instant solvedAt) {}

    /** A failed run; what its keys cannot open is null. */
    @RegisterForReflection
    public record Example(
            UUID student,
            @Nullable String name,
            @Nullable String code,
            @Nullable String errorName,
            @Nullable String errorMessage,
            @Nullable String traceback,
            Instant at) {}

    /**
     * What somebody changed.
     *
     * @param before the code of their last run that failed that way
     * @param after the code of their first good run behind it
     * @param at when that happened
     */
    @RegisterForReflection
    public record WayOut(UUID student, @Nullable String name, String before, String after, Instant at) {}
}
