package io.cellmonitor.ingest;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.bus.LogUnavailable;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shows what ingest appends, and can be away: what the real log does not let a test see or do. */
@Alternative
@Singleton
class StandInEventLog implements EventLog {

    final List<UnloggedEvent> appended = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public Uni<List<StreamId>> append(List<UnloggedEvent> events) {
        if (away) {
            return Uni.createFrom().failure(new LogUnavailable("away", Duration.ofSeconds(2)));
        }
        List<StreamId> ids = new ArrayList<>();
        for (UnloggedEvent event : events) {
            appended.add(event);
            ids.add(new StreamId(1, appended.size()));
        }
        return Uni.createFrom().item(ids);
    }

    @Override
    public Uni<List<LoggedEvent>> readAfter(StreamId after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<LoggedEvent>> readFrom(StreamId from, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<StreamId> first() {
        return Uni.createFrom().item(StreamId.ZERO);
    }

    @Override
    public Uni<StreamId> last() {
        return Uni.createFrom().item(StreamId.ZERO);
    }
}
