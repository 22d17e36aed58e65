package io.cellmonitor.watch;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.ClassStates;
import io.cellmonitor.store.relational.ClassStates.SavedState;
import io.cellmonitor.store.relational.EventHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The history in PostgreSQL. */
@ApplicationScoped
class StoredHistory implements History {

    private final EventHistory events;
    private final ClassStates states;

    StoredHistory(EventHistory events, ClassStates states) {
        this.events = events;
        this.states = states;
    }

    @Override
    public Uni<List<LoggedEvent>> readAfter(UUID classId, StreamId after, int limit) {
        return events.readAfter(classId, after, limit);
    }

    @Override
    public Uni<Map<UUID, byte[]>> sealedNames(UUID classId) {
        return events.sealedNames(classId);
    }

    @Override
    public Uni<Set<UUID>> staff(UUID classId) {
        return events.staff(classId);
    }

    @Override
    public Uni<Optional<byte[]>> loadState(UUID classId) {
        return states.load(classId).map(saved -> saved.map(SavedState::state));
    }

    @Override
    public Uni<List<UUID>> savedWithin(Duration time, int most) {
        return states.savedWithin(time, most);
    }

    @Override
    public Uni<Void> saveState(UUID classId, StreamId at, byte[] state) {
        return states.save(classId, new SavedState(at, state));
    }
}
