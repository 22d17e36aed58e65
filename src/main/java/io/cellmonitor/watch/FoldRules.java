package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.Rules;

/** The rules by which a class is folded, for who folds it elsewhere: the same for screen, replay and report. */
public final class FoldRules {

    private FoldRules() {}

    /** As its teachers have set them. */
    public static Rules of(MonitoredClass monitored) {
        return FoldLoading.rules(monitored);
    }
}
