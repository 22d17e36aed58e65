package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * One class's fold while somebody watches: events come in at one end, deltas go out at the other. Safe from any thread; watchers are called
 * under its lock, so that they see everything in order.
 */
public final class WatchedClass {

    private static final Logger LOGGER = Logger.getLogger(WatchedClass.class);

    private final MonitoredClass monitored;
    private final Classroom classroom;
    private final ClassWords words;
    private final ReentrantLock lock = new ReentrantLock();
    private final CopyOnWriteArrayList<ClassWatcher> watchers = new CopyOnWriteArrayList<>();
    private final Set<UUID> staff;
    private final EventRing ring;
    private final List<EventView> events = new ArrayList<>();
    private StreamId framedAt;
    private LocalDate framedDay;
    private boolean isFramed;

    /** {@code staff}: teachers and assistants, whose own runs are not a student's. */
    WatchedClass(MonitoredClass monitored, Classroom classroom, ClassWords words, Set<UUID> staff) {
        this.monitored = monitored;
        this.classroom = classroom;
        this.words = words;
        this.staff = staff;
        this.ring = new EventRing(classroom.position());
        this.framedAt = classroom.position();
        this.framedDay = classroom.day();
    }

    /** Folds events of this class, in log order; what was folded already is left out. True when there is something to flush. */
    boolean apply(List<LoggedEvent> batch) {
        lock.lock();
        try {
            batch.forEach(this::apply);
            return classroom.position().compareTo(framedAt) > 0;
        } finally {
            lock.unlock();
        }
    }

    private void apply(LoggedEvent event) {
        if (event.id().compareTo(classroom.position()) <= 0) {
            return;
        }
        EventView view = null;
        if (staff.contains(event.envelope().student())) {
            classroom.passOver(event.id());
        } else if (folds(event)) {
            words.learn(event);
            view = EventView.of(event, Rules.DEFAULT.lateAfter());
        }
        ring.add(event.id(), view);
        if (view != null && isFramed) {
            events.add(view);
        }
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

    /** Loaded: what was folded up to here is the first snapshot; from here on there are deltas. */
    void begin() {
        lock.lock();
        try {
            isFramed = true;
            ring.addEnded(classroom.position(), classroom.takeChanges().help());
            framedAt = classroom.position();
            framedDay = classroom.day();
        } finally {
            lock.unlock();
        }
    }

    /** Lets time go on to {@code now} and gives the watchers what changed. */
    void flush(Instant now) {
        lock.lock();
        try {
            classroom.at(now);
            if (!classroom.day().equals(framedDay)) {
                reset();
            } else if (classroom.hasChanges() || !classroom.position().equals(framedAt)) {
                delta();
            }
        } finally {
            lock.unlock();
        }
    }

    private void delta() {
        ClassDelta delta = new ClassDelta(
                framedAt, classroom.position(), List.copyOf(events), words.join(classroom.takeChanges()));
        events.clear();
        framedAt = delta.at();
        ring.addEnded(framedAt, delta.changes().help());
        watchers.forEach(watcher -> watcher.onDelta(delta));
    }

    private void reset() {
        classroom.takeChanges();
        events.clear();
        framedAt = classroom.position();
        framedDay = classroom.day();
        ring.restart(framedAt);
        ClassSnapshot snapshot = picture();
        watchers.forEach(watcher -> watcher.onReset(snapshot));
    }

    /** The class as it is at {@code now}; watchers get what changed up to then before this returns. */
    public ClassSnapshot snapshot(Instant now) {
        lock.lock();
        try {
            flush(now);
            return picture();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs {@code joining} at a frame's boundary: whoever is added in it gets each later delta and none before. It must be quick.
     */
    public void atBoundary(Instant now, Runnable joining) {
        lock.lock();
        try {
            flush(now);
            joining.run();
        } finally {
            lock.unlock();
        }
    }

    /** What happened after a place up to the last frame, as one delta; empty when that place is not known here (any more). */
    public Optional<ClassDelta> missedSince(StreamId place) {
        lock.lock();
        try {
            return ring.after(place)
                    .map(missed -> new ClassDelta(
                            place,
                            framedAt,
                            missed,
                            words.join(Missed.of(classroom.picture(), missed, ring.endedFrom(place)))));
        } finally {
            lock.unlock();
        }
    }

    private ClassSnapshot picture() {
        return new ClassSnapshot(framedAt, monitored, framedDay, words.join(classroom.picture()), classroom.totals());
    }

    /** What is to be saved, true at {@link SavedClass#state}'s place. */
    SavedClass saved() {
        lock.lock();
        try {
            words.keepHelp(classroom.picture().help());
            return new SavedClass(SavedClass.VERSION, classroom.state(), words.savedHelp());
        } finally {
            lock.unlock();
        }
    }

    /** The place in the log of the last frame. */
    public StreamId framedAt() {
        lock.lock();
        try {
            return framedAt;
        } finally {
            lock.unlock();
        }
    }

    /** The class. */
    public MonitoredClass monitored() {
        return monitored;
    }

    /** Adds a watcher. */
    public void add(ClassWatcher watcher) {
        watchers.addIfAbsent(watcher);
    }

    /** Removes a watcher; without any the class is let go after a while. */
    public void remove(ClassWatcher watcher) {
        watchers.remove(watcher);
    }

    boolean isFull() {
        lock.lock();
        try {
            return classroom.isFull();
        } finally {
            lock.unlock();
        }
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }
}
