package io.cellmonitor.watch;

import io.cellmonitor.access.ClassDirectory;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Loads the classes that were watched a moment before the start: their teachers come back within seconds, and the first of them would wait for
 * the fold. One after the other, beside everything else; what cannot be loaded is loaded when somebody asks for it.
 */
@ApplicationScoped
class ClassesOfBefore {

    private static final Logger LOGGER = Logger.getLogger(ClassesOfBefore.class);
    /** A watched class in which something happens is saved each minute. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    /** As many as the memory is measured for. */
    private static final int MOST = 10;

    private final History history;
    private final ClassDirectory directory;
    private final WatchedClasses classes;

    ClassesOfBefore(History history, ClassDirectory directory, WatchedClasses classes) {
        this.history = history;
        this.directory = directory;
        this.classes = classes;
    }

    /** After the directory of classes and the log. */
    void start(@Observes @Priority(2_000) StartupEvent event) {
        load().subscribe().with(done -> {});
    }

    /** Completes when all are loaded that can be; never fails. */
    Uni<Void> load() {
        return history.savedWithin(MOMENT, MOST)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::load)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOGGER.infof(
                        "the classes of before are loaded when somebody comes: %s",
                        failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> load(UUID id) {
        return directory
                .find(id)
                .map(monitored ->
                        classes.watch(monitored).onFailure().recoverWithNull().replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
