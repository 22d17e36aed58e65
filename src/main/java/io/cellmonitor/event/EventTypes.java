package io.cellmonitor.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The known types of events and the channels on which they are announced. Unknown types in the same form are stored and counted. */
public final class EventTypes {

    /** A cell finished well. */
    public static final String CELL_EXECUTED = "cell_executed";
    /** A cell finished with an error. */
    public static final String CELL_ERROR = "cell_error";
    /** A cell never ran because an earlier one failed or the kernel went away. */
    public static final String EXECUTION_ABORTED = "execution_aborted";
    /** A notebook was opened; brings the list of its cells. */
    public static final String NOTEBOOK_OPENED = "notebook_opened";
    /** How many code cells are completed, of how many. */
    public static final String PROGRESS_UPDATE = "progress_update";
    /** A student asks for help, or still asks. */
    public static final String HELP = "help";
    /** A student asks no longer. */
    public static final String HELP_STOP = "help_stop";
    /** A teacher takes a help request on. */
    public static final String HELP_CLAIMED = "help_claimed";
    /** The teacher who took it on is coming. */
    public static final String HELP_ON_MY_WAY = "help_on_my_way";
    /** The teacher who took it on gives it back: nobody has. */
    public static final String HELP_RELEASED = "help_released";
    /** Somebody helped. */
    public static final String HELP_RESOLVED = "help_resolved";
    /** A teacher sends a student a hint. */
    public static final String HINT_SENT = "hint_sent";
    /** The student saw a hint. */
    public static final String HINT_SEEN = "hint_seen";

    /** Channel of runs and edits, and of every unknown type. */
    public static final String PROGRESS_EVENTS = "progress_events";
    /** Channel of runs that ended with an error (they are on {@link #PROGRESS_EVENTS} too). */
    public static final String ERROR_EVENTS = "error_events";
    /** Channel of notebooks, kernels and presence. */
    public static final String SESSION_EVENTS = "session_events";
    /** Channel of asking for help. */
    public static final String HELP_EVENTS = "help_events";

    /** All channels. */
    public static final Set<String> CHANNEL_NAMES = Set.of(PROGRESS_EVENTS, ERROR_EVENTS, SESSION_EVENTS, HELP_EVENTS);

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> OURS =
            Set.of(HELP_CLAIMED, HELP_ON_MY_WAY, HELP_RELEASED, HELP_RESOLVED, HINT_SENT);
    private static final Map<String, String> ALIASES =
            Map.of("cell_execution", CELL_EXECUTED, "execution_error", CELL_ERROR);
    private static final Map<String, List<String>> CHANNELS = channelsByType();

    private EventTypes() {}

    /** Whether the text has the form of a type: {@code [a-z][a-z0-9_]{0,63}}. */
    public static boolean isWellFormed(String type) {
        return FORM.matcher(type).matches();
    }

    /** Whether only our own routes may make events of this type. */
    public static boolean isOursAlone(String type) {
        return OURS.contains(type);
    }

    /** Whether we know the type. */
    public static boolean isKnown(String type) {
        return CHANNELS.containsKey(type);
    }

    /** Whether events of this type are finished runs of a cell. */
    public static boolean isRun(String type) {
        return type.equals(CELL_EXECUTED) || type.equals(CELL_ERROR);
    }

    /** The channels on which an event of this type is announced, at least one. */
    public static List<String> channels(String type) {
        return CHANNELS.getOrDefault(type, List.of(PROGRESS_EVENTS));
    }

    /** Our spelling of a type that older senders call otherwise. */
    static String ourSpelling(String type) {
        return ALIASES.getOrDefault(type, type);
    }

    private static Map<String, List<String>> channelsByType() {
        Map<String, List<String>> channels = new HashMap<>();
        put(channels, PROGRESS_EVENTS, CELL_EXECUTED, "execution_scheduled", EXECUTION_ABORTED, "active_cell_changed");
        put(channels, PROGRESS_EVENTS, "cell_added", "cell_removed", "cell_edited", "clipboard_paste", PROGRESS_UPDATE);
        put(channels, SESSION_EVENTS, "session_start", "session_end", NOTEBOOK_OPENED, "notebook_saved");
        put(channels, SESSION_EVENTS, "notebook_closed", "notebook_visible", "notebook_hidden", "idle", "active");
        put(channels, SESSION_EVENTS, "kernel_started", "kernel_restarted", "kernel_died", "kernel_interrupted");
        put(channels, SESSION_EVENTS, HINT_SEEN, "consent_changed", "client_dropped");
        put(channels, HELP_EVENTS, HELP, HELP_STOP, HELP_CLAIMED, HELP_ON_MY_WAY, HELP_RELEASED, HELP_RESOLVED);
        put(channels, HELP_EVENTS, HINT_SENT);
        channels.put(CELL_ERROR, List.of(PROGRESS_EVENTS, ERROR_EVENTS));
        return Map.copyOf(channels);
    }

    private static void put(Map<String, List<String>> channels, String channel, String... types) {
        for (String type : types) {
            channels.put(type, List.of(channel));
        }
    }
}
