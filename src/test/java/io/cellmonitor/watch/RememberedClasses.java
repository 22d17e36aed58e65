package io.cellmonitor.watch;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of classes in memory. */
final class RememberedClasses implements ClassDirectory {

    private final Map<UUID, MonitoredClass> classes = new ConcurrentHashMap<>();

    RememberedClasses(MonitoredClass... known) {
        for (MonitoredClass one : known) {
            put(one);
        }
    }

    void put(MonitoredClass one) {
        classes.put(one.id(), one);
    }

    @Override
    public Optional<MonitoredClass> find(UUID id) {
        return Optional.ofNullable(classes.get(id));
    }

    @Override
    public Collection<MonitoredClass> all() {
        return classes.values();
    }
}
