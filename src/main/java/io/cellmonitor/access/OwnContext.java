package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Brings what several requests wait for together back to each one's own Vert.x context. Without it all go on in the context of the first: the
 * framework then takes its request scope for theirs, ends it with the first answer, and the others get 500.
 */
final class OwnContext {

    private OwnContext() {}

    /** Completes on the caller's context; the same {@code shared} where the caller has none. */
    static <T> Uni<T> completing(Uni<T> shared) {
        Context own = Vertx.currentContext();
        return own == null ? shared : shared.emitOn(work -> own.runOnContext(ignored -> work.run()));
    }
}
