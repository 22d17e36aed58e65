package io.cellmonitor.watch;

import io.cellmonitor.classroom.CellView;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.event.StreamId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client that knew an earlier place has to replace to know all of a class. */
final class Missed {

    /** Without the notebook: events name the student's copy of it. */
    private record Place(
            UUID student, @Nullable String cellId, @Nullable Integer cellIndex) {

        static Place of(UUID student, @Nullable String cellId, @Nullable Integer cellIndex) {
            return new Place(student, cellId, cellId == null ? cellIndex : null);
        }
    }

    private Missed() {}

    /**
     * The students, clusters and notebooks that changed since {@code place}, by events or by time; of the cells those that the events ran or
     * whose notebook changed; the help requests that wait or have ended.
     */
    static Picture since(StreamId place, Picture all, Changed changed, List<EventView> events, List<HelpView> ended) {
        Set<Place> touched = events.stream()
                .map(it -> Place.of(it.student(), it.cellId(), it.cellIndex()))
                .collect(Collectors.toSet());
        return new Picture(
                all.students().stream()
                        .filter(student -> changed.isSince(student, place))
                        .toList(),
                all.cells().stream()
                        .filter(cell ->
                                touched.contains(place(cell)) || changed.isNotebookSince(cell.notebook(), place))
                        .toList(),
                Stream.concat(ended.stream(), all.help().stream()).toList(),
                all.clusters().stream()
                        .filter(cluster -> changed.isSince(cluster, place))
                        .toList(),
                all.notebooks().stream()
                        .filter(notebook -> changed.isNotebookSince(notebook.notebook(), place))
                        .toList());
    }

    private static Place place(CellView cell) {
        return Place.of(cell.student(), cell.cellId(), cell.cellIndex());
    }
}
