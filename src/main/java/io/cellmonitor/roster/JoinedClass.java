package io.cellmonitor.roster;

import io.cellmonitor.access.DemoClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class as somebody who joins it by its code meets it.
 *
 * @param realm the name space of its students' numbers and names, as for an API key
 * @param hasRoster whether its students are known beforehand
 */
public record JoinedClass(UUID id, String realm, boolean hasRoster) {

    /** {@code realm}: as an admin has set it; without one it is the class's own, and the demo's that of its open door. */
    static JoinedClass of(UUID id, @Nullable String realm, boolean hasRoster) {
        if (realm != null) {
            return new JoinedClass(id, realm, hasRoster);
        }
        return new JoinedClass(id, id.equals(DemoClass.ID) ? "demo" : "class " + id, hasRoster);
    }
}
