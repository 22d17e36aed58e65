package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of record, from which others are filled. */
public interface RefillSource {

    /**
     * Some events.
     *
     * @param next where the page after this one begins; null after the last
     */
    record Page(List<LoggedEvent> events, @Nullable String next) {}

    /** The group through which it reads the log. */
    String group();

    /**
     * At most {@code limit} stored events with ids in ({@code after}, {@code upTo}], in an order of its own.
     *
     * @param from empty for the first page, else {@link Page#next}; it stays good across restarts
     */
    Uni<Page> page(StreamId after, StreamId upTo, String from, int limit);
}
