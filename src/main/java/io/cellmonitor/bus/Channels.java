package io.cellmonitor.bus;

import java.util.List;
import java.util.Set;

/** Which Pub/Sub channels an event of a type goes to. */
final class Channels {

    private static final List<String> PROGRESS = List.of("progress_events");
    private static final List<String> ERROR = List.of("progress_events", "error_events");
    private static final List<String> SESSION = List.of("session_events");
    private static final List<String> HELP = List.of("help_events");

    private static final Set<String> HELP_TYPES =
            Set.of("help", "help_stop", "help_claimed", "help_resolved", "hint_sent");
    private static final Set<String> SESSION_TYPES = Set.of(
            "session_start",
            "session_end",
            "notebook_opened",
            "notebook_saved",
            "notebook_closed",
            "notebook_visible",
            "notebook_hidden",
            "kernel_started",
            "kernel_restarted",
            "kernel_died",
            "kernel_interrupted",
            "idle",
            "active",
            "hint_seen",
            "consent_changed",
            "client_dropped");

    private Channels() {}

    /** Types nobody knows go to {@code progress_events}. */
    static List<String> of(String eventType) {
        if (eventType.equals("cell_error")) {
            return ERROR;
        }
        if (SESSION_TYPES.contains(eventType)) {
            return SESSION;
        }
        return HELP_TYPES.contains(eventType) ? HELP : PROGRESS;
    }
}
