package io.cellmonitor.recurrence;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A task that begins each {@code period}, on an event loop and a Vert.x context of its own, and never beside itself: while it goes on, its turns
 * are left out. The framework's scheduler is not used, for it goes by the time of day: a clock that is set back by an hour silences it for an
 * hour.
 */
public final class Recurring {

    private static final Logger LOGGER = Logger.getLogger(Recurring.class);

    private final Vertx vertx;
    private final Supplier<Uni<Void>> task;
    private final AtomicBoolean going = new AtomicBoolean();

    private Recurring(Vertx vertx, Supplier<Uni<Void>> task) {
        this.vertx = vertx;
        this.task = task;
    }

    /** Begins {@code delay} from now and ends with {@code vertx}. What the task fails with is written to the log by its class alone. */
    public static void every(Vertx vertx, Duration delay, Duration period, Supplier<Uni<Void>> task) {
        Recurring recurring = new Recurring(vertx, task);
        vertx.setPeriodic(delay.toMillis(), period.toMillis(), tick -> recurring.turn());
    }

    private void turn() {
        if (!going.compareAndSet(false, true)) {
            return;
        }
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> Uni.createFrom()
                .deferred(task::get)
                .onTermination()
                .invoke(() -> going.set(false))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOGGER.warnf(
                                "a recurring task failed: %s",
                                failure.getClass().getName())));
    }
}
