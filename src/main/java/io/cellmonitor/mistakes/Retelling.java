package io.cellmonitor.mistakes;

import io.cellmonitor.classroom.ClusterMember;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.mistakes.ClusterDetail.Example;
import io.cellmonitor.mistakes.ClusterDetail.InCluster;
import io.cellmonitor.mistakes.ClusterDetail.WayOut;
import io.cellmonitor.watch.NamedCluster;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells from runs of a cluster's cell, newest first, what its mistake looks like and how others got out of it. */
final class Retelling {

    static final int WAYS = 5;

    private final NamedCluster found;
    private final ClusterView cluster;
    private final Words words;
    private final List<LoggedEvent> runs;

    Retelling(NamedCluster found, Words words, List<LoggedEvent> runs) {
        this.found = found;
        this.cluster = found.cluster().cluster();
        this.words = words;
        this.runs = runs;
    }

    ClusterDetail detail() {
        List<InCluster> students =
                found.cluster().members().stream().map(this::student).toList();
        List<WayOut> ways = found.cluster().members().stream()
                .map(this::way)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(WayOut::at).reversed())
                .limit(WAYS)
                .toList();
        return new ClusterDetail(cluster, students, example(), ways);
    }

    private InCluster student(ClusterMember member) {
        return new InCluster(
                member.student(), name(member.student()), member.since(), member.runs(), member.solvedAt());
    }

    private @Nullable Example example() {
        return runs.stream()
                .filter(this::isMistake)
                .findFirst()
                .map(this::example)
                .orElse(null);
    }

    private Example example(LoggedEvent run) {
        UUID student = run.envelope().student();
        LearningEvent said = words.of(run);
        return said == null
                ? new Example(student, name(student), null, run.envelope().errorName(), null, null, run.occurredAt())
                : new Example(
                        student,
                        name(student),
                        said.code(),
                        said.errorName(),
                        said.errorMessage(),
                        said.traceback(),
                        run.occurredAt());
    }

    /** From the last run of the mistake before the good run that ended it, to that run. */
    private Optional<WayOut> way(ClusterMember member) {
        if (member.solvedAt() == null) {
            return Optional.empty();
        }
        LoggedEvent good = null;
        for (LoggedEvent run : runs) {
            if (!run.envelope().student().equals(member.student())) {
                continue;
            }
            if (run.occurredAt().equals(member.solvedAt()) && !isFailed(run)) {
                good = run;
            } else if (good != null && isMistake(run)) {
                return way(run, good);
            }
        }
        return Optional.empty();
    }

    private Optional<WayOut> way(LoggedEvent failed, LoggedEvent good) {
        LearningEvent before = words.of(failed);
        LearningEvent after = words.of(good);
        if (before == null || after == null || before.code() == null || after.code() == null) {
            return Optional.empty();
        }
        UUID student = good.envelope().student();
        return Objects.equals(before.code(), after.code())
                ? Optional.empty()
                : Optional.of(new WayOut(student, name(student), before.code(), after.code(), good.occurredAt()));
    }

    private boolean isMistake(LoggedEvent run) {
        return isFailed(run) && cluster.isMistakeOf(run.envelope());
    }

    private static boolean isFailed(LoggedEvent run) {
        return Boolean.TRUE.equals(run.envelope().hasError());
    }

    private @Nullable String name(UUID student) {
        return found.names().get(student);
    }
}
