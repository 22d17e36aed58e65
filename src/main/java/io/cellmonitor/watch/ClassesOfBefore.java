package io.cellmonitor.watch;

import io.cellmonitor.access.ClassDirectory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes that were watched a moment before the start: their teachers come back within seconds, and the first of them would wait for
 * the fold. One after the other, beside everything else; what cannot be loaded is loaded when somebody asks for it.
 */
@ApplicationScoped
public class ClassesOfBefore {

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

    /** Each as soon as it is loaded; completes when all are there that can be loaded, and never fails. */
    public Multi<WatchedClass> load() {
        return history.savedWithin(MOMENT, MOST)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::load)
                .onFailure()
                .invoke(failure -> LOGGER.infof(
                        "the classes of before are loaded when somebody comes: %s",
                        failure.getClass().getName()))
                .onFailure()
                .recoverWithCompletion();
    }

    private Uni<@Nullable WatchedClass> load(UUID id) {
        return directory
                .find(id)
                .map(monitored -> classes.watch(monitored).onFailure().recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }
}
