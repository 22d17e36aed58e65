package io.cellmonitor.watch;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a fold needs of the source of truth; each call has a time limit of its own and fails when PostgreSQL is away. */
interface History {

    /** Up to {@code limit} events of the class strictly after {@code after}, in log order; fewer is the end of what is stored. */
    Uni<List<LoggedEvent>> readAfter(UUID classId, StreamId after, int limit);

    /** The sealed names of the class's students. */
    Uni<Map<UUID, byte[]>> sealedNames(UUID classId);

    /** The class's teachers and assistants: their own runs are not a student's. */
    Uni<Set<UUID>> staff(UUID classId);

    /** The state saved last. */
    Uni<Optional<byte[]>> loadState(UUID classId);

    /** The classes whose state was saved in the {@code time} before now, the latest first; {@code most} of them. */
    Uni<List<UUID>> savedWithin(Duration time, int most);

    /** Saves a state that is true at {@code at}, unless a later one is there. */
    Uni<Void> saveState(UUID classId, StreamId at, byte[] state);
}
