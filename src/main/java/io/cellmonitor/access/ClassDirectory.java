package io.cellmonitor.access;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * All classes, in memory: renewed every 30 s from PostgreSQL, valid while PostgreSQL is away. Answers at once, from any thread.
 */
public interface ClassDirectory {

    /** The class of this id, if there is one. */
    Optional<MonitoredClass> find(UUID id);

    /** All of them. */
    Collection<MonitoredClass> all();
}
