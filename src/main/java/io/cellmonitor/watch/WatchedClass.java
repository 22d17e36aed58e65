package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One class's fold while somebody watches: events come in at one end, deltas go out at the other. Safe from any thread; watchers are called
 * under its lock, so that they see everything in order.
 */
public final class WatchedClass {

    private volatile MonitoredClass monitored;
    private ClassFold fold;
    private Framing framing;
    private final ReentrantLock lock = new ReentrantLock();
    private final CopyOnWriteArrayList<ClassWatcher> watchers = new CopyOnWriteArrayList<>();

    /** {@code earlier}: the ring that was saved with the fold; null when there is none. */
    WatchedClass(MonitoredClass monitored, ClassFold fold, @Nullable SavedRing earlier) {
        this.monitored = monitored;
        this.fold = fold;
        this.framing = new Framing(monitored, fold, earlier);
    }

    /** Folds events of this class, in log order; what was folded already is left out. True when there is something to flush. */
    boolean apply(List<LoggedEvent> batch) {
        return locked(() -> framing.apply(batch));
    }

    /** Sealed names by student, of those whose events were read without. */
    void learnNames(Map<UUID, byte[]> sealed) {
        run(() -> fold.words().learnNames(sealed));
    }

    /** Shows from here on what {@code renewed} shows, which nobody else must use any more. */
    void become(WatchedClass renewed) {
        ClassSnapshot whole = renewed.snapshot(Instant.now());
        run(() -> {
            renewed.framing.awaited().takeOver(framing.awaited());
            monitored = renewed.monitored;
            fold = renewed.fold;
            framing = renewed.framing;
            watchers.forEach(watcher -> watcher.onReset(whole));
        });
    }

    /** Loaded: what was folded up to here is the first snapshot; from here on there are deltas. */
    void begin() {
        run(framing::begin);
    }

    /** Lets time go on to {@code now} and gives the watchers what changed. */
    void flush(Instant now) {
        run(() -> framing.flush(now, watchers));
    }

    /** The class as it is at {@code now}; watchers get what changed up to then before this returns. */
    public ClassSnapshot snapshot(Instant now) {
        return locked(() -> {
            framing.flush(now, watchers);
            return framing.snapshot();
        });
    }

    /** The class as of the last frame; the same at the same boundary. */
    public ClassSnapshot present() {
        return locked(framing::snapshot);
    }

    /**
     * Runs {@code joining} at a frame's boundary: whoever is added in it gets each later delta and none before. It must be quick.
     */
    public void atBoundary(Instant now, Runnable joining) {
        run(() -> {
            framing.flush(now, watchers);
            joining.run();
        });
    }

    /** A student's latest asking for help today, however far it is, with words. */
    public Optional<HelpView> help(UUID student) {
        return locked(() -> fold.help(student));
    }

    /** The request of that place in the log, with words, if it is its student's latest one today. */
    public Optional<HelpView> request(StreamId request) {
        return locked(() -> fold.request(request));
    }

    /** A student as they are now, without name; empty for one who is not there today. */
    public Optional<StudentView> student(UUID student) {
        return locked(() -> fold.student(student));
    }

    /** A cluster of today with everybody in it, as it is now; empty when there is none of that id. */
    public Optional<NamedCluster> cluster(String id) {
        return locked(() -> fold.cluster(id));
    }

    /** The shared path of a notebook that some student has in hand. */
    public Optional<String> notebookPath(UUID notebook) {
        return locked(() -> fold.picture().students().stream()
                .filter(student -> notebook.equals(student.notebook()) && student.notebookPath() != null)
                .findFirst()
                .map(StudentView::notebookPath));
    }

    /** What a student has to hear, as of the last frame. */
    public StudentNews news(UUID student) {
        return locked(
                () -> new StudentNews(framing.framedAt(), fold.help(student).orElse(null), fold.hints(student)));
    }

    /**
     * Completes when the event has been folded here, with its student's latest asking for help as it is right behind it. To be asked before the
     * event is appended, and ended with {@link #forget}; without a time limit of its own. It completes on the tail's thread.
     */
    public CompletionStage<Optional<HelpView>> whenFolded(String eventId) {
        return locked(() -> framing.awaited().await(eventId));
    }

    /** Nobody waits for that event any more. */
    public void forget(String eventId) {
        run(() -> framing.awaited().forget(eventId));
    }

    /** What happened after a place up to the last frame, as one delta; empty when that place is not known here (any more). */
    public Optional<ClassDelta> missedSince(StreamId place) {
        return locked(() -> framing.missedSince(place));
    }

    /** Whether {@link #missedSince} could know a place if the ring were filled from the log: {@link WatchedClasses#fillRing}. */
    public boolean mayKnow(StreamId place) {
        return locked(() -> framing.ring().mayKnow(place));
    }

    /** What of the log is missing in the ring; empty when it is as full as it can be. */
    Optional<RingGap> ringGap() {
        return locked(() -> framing.ring().gap());
    }

    /** Fills the ring's gap with what the log holds of this class in it. */
    void fillRing(RingGap gap, List<LoggedEvent> before) {
        List<RingEntry> entries = before.stream()
                .map(event -> new RingEntry(event.id(), ClassFold.view(event)))
                .toList();
        run(() -> framing.ring().fill(gap, entries));
    }

    /** What is to be saved, true at {@link SavedClass#state}'s place. */
    SavedClass saved() {
        return locked(() -> fold.saved(FoldedUnder.of(monitored), framing.ring().saved()));
    }

    /** The place in the log of the last frame. */
    public StreamId framedAt() {
        return locked(framing::framedAt);
    }

    /** The class. */
    public MonitoredClass monitored() {
        return monitored;
    }

    boolean isOf(LoggedEvent event) {
        return event.envelope().classId().equals(monitored.id());
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
        return locked(fold::isFull);
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    private void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
