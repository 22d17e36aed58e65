package io.cellmonitor.event;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses the class of an event: by the sender's credential, and by {@code classId} if it covers several. Answers at once. */
@FunctionalInterface
public interface ClassRule {

    /** {@code classId} as the body has it: null when missing, empty when it is no text. */
    Choice choose(@Nullable String classId);

    /** The answer. */
    sealed interface Choice {}

    /** The class, and the zone in which its times without a zone are read. */
    record Covered(UUID classId, ZoneId zone) implements Choice {}

    /** No class that the credential covers. */
    record Refused(Rejection rejection) implements Choice {}
}
