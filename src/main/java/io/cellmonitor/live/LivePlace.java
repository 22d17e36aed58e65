package io.cellmonitor.live;

import io.cellmonitor.access.SignedIn;
import java.util.UUID;

/**
 * What a socket was opened for, settled at its upgrade.
 *
 * @param classId the class it shows
 * @param user whose screen it is
 * @param session the sign-in session that it ends with; for a ticket the one that asked for it
 */
record LivePlace(UUID classId, UUID user, UUID session) {

    static LivePlace of(UUID classId, SignedIn caller) {
        return new LivePlace(classId, caller.user(), caller.session());
    }
}
