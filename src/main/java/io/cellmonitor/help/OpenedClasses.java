package io.cellmonitor.help;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.WatchedClass;
import io.cellmonitor.watch.WatchedClasses;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** A class's fold for a route: loaded first if nobody watches it here, with a time limit. */
@ApplicationScoped
class OpenedClasses {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final WatchedClasses classes;
    private final ClassDirectory directory;

    OpenedClasses(WatchedClasses classes, ClassDirectory directory) {
        this.classes = classes;
        this.directory = directory;
    }

    /** On a worker thread. Fails with a problem: 404 for a class that is not, 503 when it cannot be read now. */
    Uni<WatchedClass> open(UUID classId) {
        MonitoredClass monitored =
                directory.find(classId).orElseThrow(() -> Problem.notFound("There is no such class."));
        return classes.watch(monitored)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .transform(failure -> Problem.unavailable("The class cannot be read now.", SOON))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
