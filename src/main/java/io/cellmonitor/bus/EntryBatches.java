package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes batches of what a group reads; what is no event is put aside. For one thread. */
final class EntryBatches {

    private static final Logger LOGGER = Logger.getLogger(EntryBatches.class);

    private final String name;
    private final ConsumerGroup group;
    private final LogMetrics metrics;

    EntryBatches(String name, ConsumerGroup group, LogMetrics metrics) {
        this.name = name;
        this.group = group;
        this.metrics = metrics;
    }

    /** Throws {@link RedisFailure} when an entry cannot be put aside. */
    EntryBatch of(@Nullable Response entries) {
        if (entries == null) {
            return new EntryBatch(List.of(), List.of());
        }
        List<String> ids = new ArrayList<>(entries.size());
        List<LoggedEvent> events = new ArrayList<>(entries.size());
        for (Response entry : entries) {
            ids.add(entry.get(0).toString());
            LoggedEvent event = event(entry);
            if (event != null) {
                events.add(event);
            }
        }
        return new EntryBatch(ids, events);
    }

    private @Nullable LoggedEvent event(Response entry) {
        if (LogEntries.isGone(entry)) {
            LOGGER.errorf("%s: entry %s was taken from the log before it was stored", name, entry.get(0));
            return null;
        }
        try {
            return LogEntries.read(entry);
        } catch (IOException e) {
            LOGGER.errorf("%s: entry %s is put aside: %s", name, entry.get(0), e.getMessage());
            metrics.unreadable(name);
            group.putAside(entry);
            return null;
        }
    }
}
