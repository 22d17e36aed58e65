package io.cellmonitor.store.relational;

import io.cellmonitor.event.NameBasedUuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of learning sessions: UUIDv5 in the name space of the class, so that every writer computes the same. */
final class SessionIds {

    private SessionIds() {}

    /** The session that a sender calls {@code sessionId}; {@code notebook} is null for runs without a path. */
    static UUID of(UUID classId, UUID student, @Nullable UUID notebook, String sessionId) {
        return NameBasedUuid.of(classId, student + "/" + (notebook == null ? "" : notebook) + "/" + sessionId);
    }
}
