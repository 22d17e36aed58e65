package io.cellmonitor.store.relational;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's failures by their SQLSTATE (PostgreSQL, appendix A). */
final class PostgresFailures {

    private static final Set<String> CONFLICTS = Set.of("40P01", "40001", "23505");

    private PostgresFailures() {}

    /** The data are at fault: class 22 (data exception) or 23 (integrity). */
    static boolean isDataError(Throwable failure) {
        String state = state(failure);
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /**
     * Another writer was in the way: deadlock, serialization failure, or both wrote the same new row at once ({@code ON CONFLICT} guards the
     * index it names, and {@code users} has two); the same again may go well.
     */
    static boolean isConflict(Throwable failure) {
        String state = state(failure);
        return state != null && CONFLICTS.contains(state);
    }

    /** The SQLSTATE, for operators to look up; the class of a failure that has none. */
    static String reason(Throwable failure) {
        String state = state(failure);
        return state == null ? failure.getClass().getSimpleName() : "SQLSTATE " + state;
    }

    private static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException exception) {
                return exception.getSqlState();
            }
        }
        return null;
    }
}
