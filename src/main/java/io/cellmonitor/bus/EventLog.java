package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The log: append-only, in one order, durable. Safe for use from any thread; answers on the caller's Vert.x context. */
public interface EventLog {

    /**
     * Appends the events, in order. Completes only after each of them is in the log and fsynced (promise 1), with their places in the
     * order given. Fails with {@link LogUnavailable} when the log cannot take them; some of them may then be in the log all the same,
     * so the sender sends again with the same event ids.
     */
    Uni<List<StreamId>> append(List<UnloggedEvent> events);

    /** Up to {@code limit} events strictly after {@code after}, in log order. What was trimmed is not there. */
    Uni<List<LoggedEvent>> readAfter(StreamId after, int limit);

    /** Up to {@code limit} events at or after {@code from}, in log order. */
    Uni<List<LoggedEvent>> readFrom(StreamId from, int limit);

    /** The oldest event's place; {@link StreamId#ZERO} when the log is empty. */
    Uni<StreamId> first();

    /** The newest event's place (the stream's last generated id); {@link StreamId#ZERO} when there never was one. */
    Uni<StreamId> last();
}
