package io.cellmonitor.problem;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Long work for people, so many at once and each for so long: live classes must not wait for those who look back. Safe from any thread. */
public final class BoundedWork {

    private final Semaphore places;
    private final Duration limit;
    private final Duration retryAfter;

    /** {@code limit}: how long one may take; {@code retryAfter}: when somebody for whom there is no place may come again. */
    public BoundedWork(int atOnce, Duration limit, Duration retryAfter) {
        this.places = new Semaphore(atOnce);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /** Begins the work when there is a place; fails with a 503 problem, {@code full} when there is none, {@code late} when it took too long. */
    public <T> Uni<T> run(Supplier<Uni<T>> work, String full, String late) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(Problem.unavailable(full, retryAfter));
            }
            // Deferred once more: also work that cannot even begin gives its place back.
            return Uni.createFrom()
                    .deferred(() -> work.get())
                    .ifNoItem()
                    .after(limit)
                    .failWith(() -> Problem.unavailable(late, retryAfter))
                    .onTermination()
                    .invoke(() -> places.release());
        });
    }
}
