package io.cellmonitor.joining;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JupyterHub whose users are students.
 *
 * @param name tells it from others
 * @param api the address of its REST interface, {@code https://host/hub/api}
 * @param realm the name space of its users' names, as for an API key
 * @param claim what a user's name is to an API key of the realm: {@code userName}, {@code userId} or {@code emailAddress}
 * @param classId the class of all its users; null where groups decide
 * @param classesByGroup the classes of the members of its groups
 */
record Hub(
        String name,
        URI api,
        String realm,
        String claim,
        @Nullable UUID classId,
        Map<String, UUID> classesByGroup) {

    /** The classes of a user who is in these groups, always in the same order. */
    Set<UUID> classesOf(Iterable<String> groups) {
        Set<UUID> classes = new TreeSet<>();
        if (classId != null) {
            classes.add(classId);
        }
        for (String group : groups) {
            UUID found = classesByGroup.get(group);
            if (found != null) {
                classes.add(found);
            }
        }
        return classes;
    }
}
