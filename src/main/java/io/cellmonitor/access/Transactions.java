package io.cellmonitor.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** Work with entities that has its time limit: whoever waits for a PostgreSQL that is silent hears so after seconds. */
public final class Transactions {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Transactions() {}

    /** Reads; fails after 5 s. */
    public static <T> Uni<T> read(Supplier<Uni<T>> work) {
        return Panache.withSession(work).ifNoItem().after(LIMIT).fail();
    }

    /** Reads and writes in one transaction; fails after 5 s, and may be committed all the same. */
    public static <T> Uni<T> write(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).ifNoItem().after(LIMIT).fail();
    }
}
