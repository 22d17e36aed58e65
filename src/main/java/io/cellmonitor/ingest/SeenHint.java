package io.cellmonitor.ingest;

import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LearningEvent;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which hint a student saw, out of an event's metadata; of anything but a hint's id nothing. */
final class SeenHint {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private SeenHint() {}

    static @Nullable HelpReference of(LearningEvent event) {
        boolean isSeen = event.eventType().equals(EventTypes.HINT_SEEN);
        return isSeen
                        && event.metadata().get("hintId") instanceof String id
                        && ID.matcher(id).matches()
                ? new HelpReference(null, null, UUID.fromString(id))
                : null;
    }
}
