package io.cellmonitor.live;

import io.cellmonitor.access.TablesReady;
import io.cellmonitor.watch.ClassesOfBefore;
import io.cellmonitor.watch.WatchedClass;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A start is ready when the screens of before can come back: their classes are loaded, a snapshot of each was written, and their page was served,
 * which the first screen would wait for. Not longer than some seconds, and not at all where PostgreSQL is away at the start: events are taken without it (promise 7).
 */
@Readiness
@ApplicationScoped
class ScreensOfBefore implements HealthCheck {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Multi<WatchedClass>> classes;
    private final Consumer<WatchedClass> first;
    private final Supplier<Uni<Void>> page;
    private final LongSupplier nanoseconds;
    private volatile long begun;
    private volatile boolean tables;
    private volatile boolean waits;
    private volatile boolean over;

    @Inject
    ScreensOfBefore(ClassesOfBefore before, Frames frames, PageOfBefore page) {
        this(
                before::load,
                watched -> frames.snapshot(watched.snapshot(Instant.now()), false),
                page::serve,
                System::nanoTime);
    }

    /**
     * {@code first}: what a class's first screen would wait for; {@code page}: what the first of all screens would; {@code nanoseconds}: a
     * clock that nobody sets.
     */
    ScreensOfBefore(
            Supplier<Multi<WatchedClass>> classes,
            Consumer<WatchedClass> first,
            Supplier<Uni<Void>> page,
            LongSupplier nanoseconds) {
        this.classes = classes;
        this.first = first;
        this.page = page;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
    }

    /** PostgreSQL was there; before the start comes here, or not in time. */
    void onTables(@Observes TablesReady ready) {
        tables = true;
    }

    /** After the directory of classes and the log. */
    void start(@Observes @Priority(2_000) StartupEvent event) {
        waits = tables;
        begun = nanoseconds.getAsLong();
        classes.get()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(first)
                .collect()
                .last()
                .chain(last -> last == null ? Uni.createFrom().voidItem() : page.get())
                .onTermination()
                .invoke(() -> over = true)
                .subscribe()
                .with(served -> {}, failure -> {});
    }

    @Override
    public HealthCheckResponse call() {
        boolean patient = nanoseconds.getAsLong() - begun < PATIENCE.toNanos();
        return HealthCheckResponse.named("classes")
                .status(!waits || over || !patient)
                .build();
    }
}
