package io.cellmonitor.bus;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** A batch on its way into its store, on a virtual thread of its own. */
final class StoringTask {

    private final CompletableFuture<Void> done;

    private StoringTask(CompletableFuture<Void> done) {
        this.done = done;
    }

    /** {@code store} has time limits of its own. */
    static StoringTask begin(String name, Runnable store) {
        Executor thread = task -> Thread.ofVirtual().name("store-" + name).start(task);
        return new StoringTask(CompletableFuture.runAsync(store, thread));
    }

    /** Returns when it is stored; throws what storing threw. */
    void await() {
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAway("interrupted", e);
        }
    }
}
