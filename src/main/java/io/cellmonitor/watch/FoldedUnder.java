package io.cellmonitor.watch;

import io.cellmonitor.access.ClassRules;
import io.cellmonitor.access.MonitoredClass;

/**
 * What of a class's settings decides how its events are folded. A class is folded anew, from the day's beginning, when they change: what holds
 * now holds for the whole day, so that live and replay agree.
 *
 * @param zone with {@code dayStart} it says where a day begins
 */
record FoldedUnder(ClassRules rules, String zone, String dayStart) {

    static FoldedUnder of(MonitoredClass monitored) {
        return new FoldedUnder(
                monitored.rules(),
                monitored.zone().getId(),
                monitored.dayStart().toString());
    }
}
