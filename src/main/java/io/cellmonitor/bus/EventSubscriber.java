package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A store that reads the log through a consumer group: it may lag, it never loses. The bus calls it with one batch at a time and
 * acknowledges to Redis only after {@link #store} has completed. A batch may come again; storing must be repeatable.
 */
public interface EventSubscriber {

    /** The consumer group: {@code relational} or {@code timeseries}. */
    String group();

    /** Stores the batch (log order, at most the reader's batch size), all or nothing. */
    Uni<Void> store(List<LoggedEvent> batch);

    /**
     * True only when {@code failure} is the fault of the data of an event tried alone (SQLSTATE class 22 or 23, a 400 or 422 for one
     * line): only these count towards the five tries (promise 5).
     */
    boolean isDataError(Throwable failure);

    /** What is written down of a data error: a class or a code (SQLSTATE), never a message, for that may quote the event. */
    default String reason(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Puts aside an event that failed five times alone, with its reason (no student's words). After this it is acknowledged. */
    Uni<Void> deadLetter(LoggedEvent event, String reason);
}
