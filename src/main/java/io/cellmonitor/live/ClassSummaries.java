package io.cellmonitor.live;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.WatchedClasses;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Summaries from the fold; when none can be loaded, what Redis kept of the last one, marked stale. */
@ApplicationScoped
class ClassSummaries {

    /** Longer than a fold takes to load; a first paint does not wait for PostgreSQL any longer. */
    private static final Duration LOADING = Duration.ofSeconds(5);

    private final WatchedClasses classes;
    private final ClassDirectory directory;
    private final KeptSummaries kept;

    ClassSummaries(WatchedClasses classes, ClassDirectory directory, KeptSummaries kept) {
        this.classes = classes;
        this.directory = directory;
        this.kept = kept;
    }

    Uni<ClassSummary> of(UUID classId) {
        MonitoredClass monitored =
                directory.find(classId).orElseThrow(() -> Problem.notFound("There is no such class."));
        return classes.watch(monitored)
                .ifNoItem()
                .after(LOADING)
                .fail()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(watched -> ClassSummary.of(watched.snapshot(Instant.now())))
                .onFailure()
                .recoverWithUni(failure -> kept.find(classId)
                        .map(found -> found.orElseThrow(
                                () -> Problem.unavailable("The class cannot be read now.", Duration.ofSeconds(2)))));
    }
}
