package io.cellmonitor.bus;

import io.smallrye.mutiny.Uni;

/**
 * A store that holds nothing but what another store has too: when it is too far behind it is given up, so that the log can go on without
 * it, and filled again from a {@link RefillSource} (promise 7).
 */
public interface RefillableSubscriber extends EventSubscriber {

    /**
     * What is written into, made if it is missing, by an identity that changes when it is another or was emptied by being made anew: then it
     * is filled again. Fails while it is away or refuses.
     */
    Uni<String> target();

    /** Whether what is written into is there already, so that {@link #target} need not make it. Fails while it is away or refuses. */
    Uni<Boolean> isThere();
}
