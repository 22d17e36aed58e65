package io.cellmonitor.problem;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.util.List;

/** Whether a failure says that a store cannot be reached now, so that the same request may go well later. */
final class StoreAbsence {

    /** By PostgreSQL's SQLSTATEs (its appendix A): no connection, ended by the operator or still starting, too many connections. */
    private static final List<String> STATES = List.of("08", "57P", "53300");

    private StoreAbsence() {}

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isAbsence(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbsence(Throwable cause) {
        return switch (cause) {
            case SocketException refusedOrReset -> true;
            case ClosedConnectionException closed -> true;
            case ConnectionPoolTooBusyException full -> true;
            case PgException answer -> {
                String state = answer.getSqlState();
                yield state != null && STATES.stream().anyMatch(state::startsWith);
            }
            default -> false;
        };
    }
}
