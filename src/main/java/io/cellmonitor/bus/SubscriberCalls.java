package io.cellmonitor.bus;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Calls a subscriber on a Vert.x context of its own, as its reactive drivers expect, and waits for it on the reader's thread. */
final class SubscriberCalls {

    private final Context loop;
    private final Duration limit;

    SubscriberCalls(Vertx vertx, Duration limit) {
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.limit = limit;
    }

    /** Throws what the call failed with, or {@link TimeoutException}. */
    <T> T await(Supplier<Uni<T>> call) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Context fresh = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(fresh, true);
        fresh.runOnContext(ignored -> subscribe(call, outcome));
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static <T> void subscribe(Supplier<Uni<T>> call, CompletableFuture<T> outcome) {
        try {
            call.get().subscribe().with(outcome::complete, outcome::completeExceptionally);
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }
}
