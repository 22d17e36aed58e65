package io.cellmonitor.watch;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.bus.EventTail;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The log and its tail in memory; what is added is given to listeners at once. */
public final class MemoryLog implements EventLog, EventTail {

    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Runnable duringRead = () -> {};

    public synchronized void happen(LoggedEvent... happened) {
        List<LoggedEvent> batch = List.of(happened);
        events.addAll(batch);
        listeners.forEach(listener -> listener.onEvents(batch));
    }

    /** Runs once, in the middle of the next reading of the log. */
    void duringRead(Runnable action) {
        duringRead = action;
    }

    synchronized void trimTo(int kept) {
        events.subList(0, events.size() - kept).clear();
    }

    @Override
    public synchronized Uni<List<LoggedEvent>> readAfter(StreamId after, int limit) {
        List<LoggedEvent> found = events.stream()
                .filter(event -> event.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
        Runnable action = duringRead;
        duringRead = () -> {};
        action.run();
        return Uni.createFrom().item(found);
    }

    @Override
    public synchronized Uni<StreamId> first() {
        return Uni.createFrom()
                .item(events.isEmpty() ? StreamId.ZERO : events.getFirst().id());
    }

    @Override
    public synchronized Uni<StreamId> last() {
        return Uni.createFrom().item(position());
    }

    @Override
    public Uni<List<StreamId>> append(List<UnloggedEvent> batch) {
        throw new UnsupportedOperationException("a screen does not append");
    }

    @Override
    public Uni<List<LoggedEvent>> readFrom(StreamId from, int limit) {
        throw new UnsupportedOperationException("a fold reads strictly after its place");
    }

    @Override
    public void add(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized StreamId position() {
        return events.isEmpty() ? StreamId.ZERO : events.getLast().id();
    }
}
