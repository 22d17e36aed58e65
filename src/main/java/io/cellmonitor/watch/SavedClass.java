package io.cellmonitor.watch;

import io.cellmonitor.access.ClassRules;
import io.cellmonitor.classroom.ClassroomState;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpRequest;
import io.cellmonitor.classroom.HelpState;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Hint;
import io.cellmonitor.classroom.RecentRun;
import io.cellmonitor.event.StreamId;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is saved of a watched class. Its version is part of it: another version is not read, the fold is then made anew.
 *
 * <p>The fold knows no framework, so what of it is saved is registered here, for the native program.
 *
 * @param under of other settings it is not read
 * @param help the sealed words of asking for help and of helping
 * @param ring what screens that know an earlier place need
 */
@RegisterForReflection(
        targets = {
            SavedClass.class,
            FoldedUnder.class,
            ClassRules.class,
            SavedRing.class,
            EndedHelp.class,
            HelpView.class,
            HelpClaim.class,
            HelpRequest.class,
            HelpState.class,
            HelpSaid.Saved.class,
            Hint.class,
            SealedWords.class,
            ClassroomState.class,
            RecentRun.class,
            StreamId.class
        },
        classNames = {
            "io.cellmonitor.classroom.SavedStudent",
            "io.cellmonitor.classroom.Presence",
            "io.cellmonitor.classroom.CellRuns",
            "io.cellmonitor.classroom.CellKey",
            "io.cellmonitor.classroom.NotebookCells",
            "io.cellmonitor.classroom.NotebookCopy",
            "io.cellmonitor.classroom.SavedNotebook",
            "io.cellmonitor.classroom.SavedNotebook$SavedCell",
            "io.cellmonitor.classroom.Cluster$SavedCluster",
            "io.cellmonitor.classroom.ClusterMember",
            "io.cellmonitor.classroom.Mistake"
        })
record SavedClass(int version, FoldedUnder under, ClassroomState state, HelpSaid.Saved help, SavedRing ring) {

    static final int VERSION = 5;
}
