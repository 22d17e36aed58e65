package io.cellmonitor.watch;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The source of truth in memory. */
final class MemoryHistory implements History {

    final List<LoggedEvent> stored = new ArrayList<>();
    Optional<byte[]> state = Optional.empty();
    List<UUID> saved = List.of();
    Set<UUID> staff = Set.of();
    final Map<UUID, byte[]> names = new HashMap<>();
    private Runnable reading = () -> {};

    /** Runs once, just before events are read. */
    void duringRead(Runnable meanwhile) {
        reading = meanwhile;
    }

    @Override
    public Uni<List<LoggedEvent>> readAfter(UUID classId, StreamId after, int limit) {
        reading.run();
        reading = () -> {};
        return Uni.createFrom()
                .item(stored.stream()
                        .filter(event -> event.id().compareTo(after) > 0)
                        .limit(limit)
                        .toList());
    }

    @Override
    public Uni<Map<UUID, byte[]>> sealedNames(UUID classId) {
        return Uni.createFrom().item(Map.copyOf(names));
    }

    @Override
    public Uni<Set<UUID>> staff(UUID classId) {
        return Uni.createFrom().item(staff);
    }

    @Override
    public Uni<Optional<byte[]>> loadState(UUID classId) {
        return Uni.createFrom().item(state);
    }

    @Override
    public Uni<List<UUID>> savedWithin(Duration time, int most) {
        return Uni.createFrom().item(saved.stream().limit(most).toList());
    }

    @Override
    public Uni<Void> saveState(UUID classId, StreamId at, byte[] bytes) {
        state = Optional.of(bytes);
        return Uni.createFrom().voidItem();
    }
}
