package io.cellmonitor.watch;

import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.classroom.Totals;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A class's fold with the words that belong to it. For one thread at a time.
 *
 * @param staff teachers and assistants, whose own runs are not a student's
 */
record ClassFold(Classroom classroom, ClassWords words, Set<UUID> staff) {

    private static final Logger LOGGER = Logger.getLogger(ClassFold.class);

    /** Folds the next event; gives what screens show of it, null for nothing: a teacher's own, folded before, or not to be folded. */
    @Nullable
    EventView apply(LoggedEvent event) {
        if (staff.contains(event.envelope().student())) {
            classroom.passOver(event.id());
            return null;
        }
        if (!folds(event)) {
            return null;
        }
        words.learn(event);
        return view(event);
    }

    /** Promise 5: an event that the fold cannot take is passed over; the class goes on. */
    private boolean folds(LoggedEvent event) {
        try {
            return classroom.apply(event);
        } catch (RuntimeException e) {
            LOGGER.errorf(
                    "the fold cannot take the event at %s: %s",
                    event.id(), e.getClass().getName());
            return false;
        }
    }

    static EventView view(LoggedEvent event) {
        return EventView.of(event, Rules.DEFAULT.lateAfter());
    }

    void at(Instant now) {
        classroom.at(now);
    }

    boolean hasChanges() {
        return classroom.hasChanges();
    }

    /** What changed since this was asked last, with words. */
    Picture takeChanges() {
        return words.join(classroom.takeChanges());
    }

    /** All of the class, with words. */
    Picture picture() {
        return words.join(classroom.picture());
    }

    /** A student's latest asking today, with words. */
    Optional<HelpView> help(UUID student) {
        return classroom.help(student).map(words.help()::join);
    }

    /** The request of that place in the log, with words, if it is its student's latest one. */
    Optional<HelpView> request(StreamId request) {
        return classroom.request(request).map(words.help()::join);
    }

    /** The hints of today that a student has not seen, with words. */
    List<HintView> hints(UUID student) {
        return classroom.hints(student).stream().map(words.help()::join).toList();
    }

    /** A student, without name. */
    Optional<StudentView> student(UUID student) {
        return classroom.student(student);
    }

    /** A cluster of today with everybody in it; empty when there is none of that id. */
    Optional<NamedCluster> cluster(String id) {
        return classroom.cluster(id).map(cluster -> {
            Map<UUID, String> names = new HashMap<>();
            cluster.members().forEach(member -> {
                String name = words.name(member.student());
                if (name != null) {
                    names.put(member.student(), name);
                }
            });
            return new NamedCluster(cluster, names);
        });
    }

    Totals totals() {
        return classroom.totals();
    }

    /** What is to be saved, with the ring beside it. */
    SavedClass saved(FoldedUnder under, SavedRing ring) {
        return new SavedClass(
                SavedClass.VERSION, under, classroom.state(), words.help().saved(classroom), ring);
    }

    boolean isFull() {
        return classroom.isFull();
    }

    StreamId position() {
        return classroom.position();
    }

    LocalDate day() {
        return classroom.day();
    }
}
