package io.cellmonitor.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.classroom.CellView;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.NotebookView;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.watch.ClassSnapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * All of a class, at a place in the log.
 *
 * @param type {@code snapshot}
 * @param reset it replaces what the client knew
 * @param at the stream id it is true at
 */
@RegisterForReflection
public record SnapshotFrame(
        String type,
        boolean reset,
        String at,
        @JsonProperty("class") ClassHeader monitored,
        List<StudentView> students,
        List<CellView> cells,
        List<HelpView> help,
        List<ClusterView> clusters,
        List<NotebookView> notebooks) {

    static SnapshotFrame of(ClassSnapshot snapshot, boolean reset) {
        return new SnapshotFrame(
                "snapshot",
                reset,
                snapshot.at().toString(),
                ClassHeader.of(snapshot),
                snapshot.picture().students(),
                snapshot.picture().cells(),
                snapshot.picture().help(),
                snapshot.picture().clusters(),
                snapshot.picture().notebooks());
    }
}
