package io.cellmonitor.help;

import io.cellmonitor.access.SignedIn;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.HelpWords;
import io.cellmonitor.watch.WatchedClass;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends hints: one event for each student, sealed for them alone. */
@ApplicationScoped
class Hinting {

    private final OpenedClasses classes;
    private final HelpEvents events;
    private final HelpLog log;

    Hinting(OpenedClasses classes, HelpEvents events, HelpLog log) {
        this.classes = classes;
        this.events = events;
        this.log = log;
    }

    /** The hints' ids, in the order of the students, when the log has them all. */
    Uni<List<UUID>> send(UUID classId, NewHint hint, SignedIn teacher) {
        return classes.open(classId).chain(watched -> send(watched, hint, teacher));
    }

    private Uni<List<UUID>> send(WatchedClass watched, NewHint hint, SignedIn teacher) {
        List<StudentView> students =
                hint.students().stream().map(id -> student(watched, id)).toList();
        NotebookPlace place =
                new NotebookPlace(hint.notebook(), null, path(watched, hint.notebook(), students), hint.cellId());
        List<UUID> ids = new ArrayList<>();
        List<UnloggedEvent> sent = new ArrayList<>();
        for (StudentView student : students) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            sent.add(events.ofTeacher(
                    EventTypes.HINT_SENT,
                    watched.monitored().id(),
                    student.student(),
                    teacher,
                    HelpReference.toHint(id, teacher.user()),
                    place,
                    Map.of(HelpWords.HINT_TEXT, hint.text())));
        }
        return log.append(sent).replaceWith(ids);
    }

    private static StudentView student(WatchedClass watched, UUID id) {
        return watched.student(id)
                .orElseThrow(() -> Problem.invalid(
                        "students", "One of them is not there today.", "students of the class who were there today"));
    }

    /** A notebook is known by its id to whoever has it open. */
    private static @Nullable String path(WatchedClass watched, @Nullable UUID notebook, List<StudentView> students) {
        if (notebook == null) {
            return null;
        }
        return students.stream()
                .filter(student -> notebook.equals(student.notebook()))
                .findFirst()
                .map(StudentView::notebookPath)
                .or(() -> watched.notebookPath(notebook))
                .orElseThrow(() -> Problem.invalid(
                        "notebook_id",
                        "Nobody has this notebook in hand.",
                        "a notebook that a student of the class has open"));
    }
}
