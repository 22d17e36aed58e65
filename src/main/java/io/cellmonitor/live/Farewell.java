package io.cellmonitor.live;

import java.util.Locale;

/** Why the server closes a socket, and whether the client should come back. */
enum Farewell {
    /** The client reads slower than its class moves. */
    SLOW(true),
    /** The session ended, here or elsewhere, or is too old. */
    SIGNED_OUT(false),
    /** The person no longer belongs to the class. */
    REVOKED(false),
    /** The class cannot be read now. */
    UNAVAILABLE(true),
    /** The instance stops; another may be there. */
    SHUTDOWN(true);

    private final boolean reconnect;

    Farewell(boolean reconnect) {
        this.reconnect = reconnect;
    }

    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean reconnect() {
        return reconnect;
    }
}
