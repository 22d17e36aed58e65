package io.cellmonitor.help;

import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.classroom.HelpState;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.help.News.OwnHelp;
import io.cellmonitor.watch.WatchedClass;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A student asks, or asks no longer: through the log like the events of their notebook. */
@ApplicationScoped
class Asking {

    private final OpenedClasses classes;
    private final HelpEvents events;
    private final HelpLog log;

    Asking(OpenedClasses classes, HelpEvents events, HelpLog log) {
        this.classes = classes;
        this.events = events;
        this.log = log;
    }

    /** The request as it is then. Who asks already goes on asking: it is the same request. Nobody's help waits for a class that cannot be read. */
    Uni<OwnHelp> ask(StudentSubject student, NewHelp wanted) {
        return classes.open(student.classId())
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(watched -> watched.isPresent()
                        ? ask(watched.get(), student, wanted)
                        : log.append(asking(student, wanted, null))
                                .map(List::getLast)
                                .map(Asking::unseen));
    }

    private Uni<OwnHelp> ask(WatchedClass watched, StudentSubject student, NewHelp wanted) {
        HelpView known = watched.help(student.principal().studentId()).orElse(null);
        if (known != null && known.stillOpen()) {
            return Uni.createFrom().item(told(known));
        }
        return log.outcome(watched, asking(student, wanted, known)).map(help -> told(help.orElseThrow()));
    }

    /** An ended request is put aside first, for else this could be taken for its heartbeat. */
    private List<UnloggedEvent> asking(StudentSubject student, NewHelp wanted, @Nullable HelpView known) {
        List<UnloggedEvent> asking = new ArrayList<>();
        if (known != null && known.state().equals(HelpState.RESOLVED.label())) {
            asking.add(stopping(student));
        }
        String message = wanted.message();
        NotebookPlace place = NotebookPlace.ofCopy(student.classId(), wanted.notebookPath(), wanted.cellId());
        asking.add(events.ofStudent(
                EventTypes.HELP, student, place, message == null ? Map.of() : Map.of("message", message)));
        return asking;
    }

    /** Withdraws it, or puts it aside when it has ended. */
    Uni<Void> stop(StudentSubject student) {
        return log.append(List.of(stopping(student))).replaceWithVoid();
    }

    private UnloggedEvent stopping(StudentSubject student) {
        return events.ofStudent(EventTypes.HELP_STOP, student, NotebookPlace.NOWHERE, Map.of());
    }

    private static OwnHelp told(HelpView help) {
        OwnHelp told = OwnHelp.of(help);
        return told == null ? unseen(StreamId.parse(help.request())) : told;
    }

    private static OwnHelp unseen(StreamId request) {
        return new OwnHelp(request.toString(), HelpState.WAITING.label(), null, null);
    }
}
