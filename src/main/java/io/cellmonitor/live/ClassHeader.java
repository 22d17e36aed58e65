package io.cellmonitor.live;

import io.cellmonitor.access.ClassRules;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.watch.ClassSnapshot;
import java.util.UUID;

/**
 * The class that a snapshot or summary is of.
 *
 * @param day the class's day that is counted, {@code 2026-11-21}
 * @param rules when a student of it counts as failing, stuck and away
 */
public record ClassHeader(UUID id, String name, String zone, String day, ClassRules rules) {

    static ClassHeader of(ClassSnapshot snapshot) {
        MonitoredClass monitored = snapshot.monitored();
        return new ClassHeader(
                monitored.id(),
                monitored.name(),
                monitored.zone().getId(),
                snapshot.day().toString(),
                monitored.rules());
    }
}
