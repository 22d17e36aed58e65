package io.cellmonitor.mistakes;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.CellView;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.ClusterMember;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.ClassReads;
import io.cellmonitor.store.relational.ClassReads.OwnCells;
import io.cellmonitor.watch.NamedCluster;
import io.cellmonitor.watch.WatchedClasses;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clusters of the class's day: who is in them from the fold, what they wrote from PostgreSQL, as the caller may read it. */
@ApplicationScoped
class Clusters {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST_RUNS = 400;
    private static final int EXAMPLES = 3;

    private final WatchedClasses classes;
    private final ClassDirectory directory;
    private final ClassReads reads;
    private final Words words;

    Clusters(WatchedClasses classes, ClassDirectory directory, ClassReads reads, Words words) {
        this.classes = classes;
        this.directory = directory;
        this.reads = reads;
        this.words = words;
    }

    /** Fails with a problem: 404 for a class or cluster that is not, 503 when it cannot be read now. */
    Uni<ClusterDetail> find(UUID caller, UUID classId, String cluster) {
        MonitoredClass monitored =
                directory.find(classId).orElseThrow(() -> Problem.notFound("There is no such class."));
        return classes.watch(monitored)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(watched -> {
                    NamedCluster found = watched.cluster(cluster)
                            .orElseThrow(() -> Problem.notFound("There is no such cluster today."));
                    return detail(caller, monitored, found);
                })
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure(failure -> !(failure instanceof HttpProblem))
                .transform(failure -> Problem.unavailable("The cluster cannot be read now.", SOON));
    }

    private Uni<ClusterDetail> detail(UUID caller, MonitoredClass monitored, NamedCluster found) {
        ClassDay day = new ClassDay(monitored.zone(), monitored.dayStart());
        Instant from = day.startOf(day.of(Instant.now()));
        Set<UUID> asked = asked(found.cluster().members());
        return reads.runsOfCells(caller, monitored.id(), asked, from, cells(found, asked), MOST_RUNS)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(runs -> new Retelling(found, words, runs).detail());
    }

    /** Whose runs are looked at: who got out last, and some who are in it. */
    private static Set<UUID> asked(List<ClusterMember> members) {
        Stream<ClusterMember> out = members.stream()
                .filter(member -> member.solvedAt() != null)
                .sorted(Comparator.comparing((ClusterMember member) -> Objects.requireNonNull(member.solvedAt()))
                        .reversed())
                .limit(2L * Retelling.WAYS);
        Stream<ClusterMember> in =
                members.reversed().stream().filter(ClusterMember::isIn).limit(EXAMPLES);
        return Stream.concat(in, out).map(ClusterMember::student).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static OwnCells cells(NamedCluster found, Set<UUID> asked) {
        List<CellView> cells = found.cluster().cells().stream()
                .filter(cell -> asked.contains(cell.student()))
                .toList();
        return new OwnCells(
                cells.stream().map(CellView::cellId).filter(Objects::nonNull).collect(Collectors.toSet()),
                cells.stream()
                        .filter(cell -> cell.cellId() == null)
                        .map(CellView::cellIndex)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
