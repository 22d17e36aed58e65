package io.cellmonitor.bus;

import io.smallrye.mutiny.Uni;

/**
 * Chooses the one active reader of a group and partition among all instances. The implementation is a session-level advisory lock of
 * PostgreSQL on a connection of its own.
 */
public interface ReaderLease {

    /** Tries to become the active reader of {@code name}; answers at once. Asking again while holding it checks that it still holds. */
    Uni<Boolean> tryAcquire(String name);

    /** Lets go; never fails. */
    Uni<Void> release(String name);
}
