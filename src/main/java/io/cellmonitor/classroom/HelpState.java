package io.cellmonitor.classroom;

import java.util.Locale;

/** How far an asking for help is. */
public enum HelpState {
    /** Nobody has taken it on. */
    WAITING,
    /** A teacher has. */
    CLAIMED,
    /** And is coming. */
    ON_MY_WAY,
    /** Somebody helped. */
    RESOLVED,
    /** The student asks no longer. */
    WITHDRAWN,
    /** The heartbeat stopped. */
    LAPSED;

    /** Whether the student still asks. */
    public boolean isOpen() {
        return this == WAITING || this == CLAIMED || this == ON_MY_WAY;
    }

    /** As frames, answers and tables spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that {@link #label}; throws {@link IllegalArgumentException} for another word. */
    public static HelpState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
