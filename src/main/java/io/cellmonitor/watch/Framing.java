package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts what happens in a class's fold into frames, and knows of the latest what a client missed. For one thread at a time. */
final class Framing {

    private final MonitoredClass monitored;
    private final ClassFold fold;
    private final EventRing ring;
    private final Changed changed;
    private final Told told = new Told();
    private final FoldedEvents awaited = new FoldedEvents();
    private final List<EventView> events = new ArrayList<>();
    private final List<String> traceparents = new ArrayList<>();
    private StreamId framedAt;
    private LocalDate framedDay;
    private boolean isBegun;

    Framing(MonitoredClass monitored, ClassFold fold, @Nullable SavedRing earlier) {
        this.monitored = monitored;
        this.fold = fold;
        this.ring = new EventRing(fold.position(), earlier);
        this.changed = new Changed(fold.position());
        this.framedAt = fold.position();
        this.framedDay = fold.day();
    }

    /** Folds events in log order; what was folded already is left out. True when there is something to flush. */
    boolean apply(List<LoggedEvent> batch) {
        batch.forEach(this::apply);
        return fold.position().compareTo(framedAt) > 0;
    }

    private void apply(LoggedEvent event) {
        if (event.id().compareTo(fold.position()) <= 0) {
            return;
        }
        EventView view = fold.apply(event);
        ring.add(event.id(), view);
        awaited.folded(event, fold::help);
        if (view != null && isBegun) {
            events.add(view);
            event.traced().ifPresent(traceparents::add);
        }
    }

    /** What was folded up to here is the first snapshot; from here on there are deltas. */
    void begin() {
        isBegun = true;
        framedAt = fold.position();
        framedDay = fold.day();
        ring.addEnded(framedAt, fold.takeChanges().help());
        changed.allAt(framedAt);
    }

    /** Lets time go on to {@code now} and gives the watchers what changed. */
    void flush(Instant now, Collection<ClassWatcher> watchers) {
        fold.at(now);
        if (!fold.day().equals(framedDay)) {
            ClassSnapshot snapshot = reset();
            watchers.forEach(watcher -> watcher.onReset(snapshot));
        } else if (fold.hasChanges() || !fold.position().equals(framedAt)) {
            ClassDelta delta = delta();
            watchers.forEach(watcher -> watcher.onDelta(delta));
        }
    }

    private ClassDelta delta() {
        Picture changes = fold.takeChanges();
        ClassDelta delta = new ClassDelta(
                framedAt, fold.position(), List.copyOf(events), changes, told.tell(changes), List.copyOf(traceparents));
        forgetEvents();
        framedAt = delta.at();
        ring.addEnded(framedAt, delta.changes().help());
        changed.at(framedAt, delta.changes());
        return delta;
    }

    private void forgetEvents() {
        events.clear();
        traceparents.clear();
    }

    private ClassSnapshot reset() {
        fold.takeChanges();
        told.forget();
        forgetEvents();
        framedAt = fold.position();
        framedDay = fold.day();
        ring.restart(framedAt);
        changed.allAt(framedAt);
        return snapshot();
    }

    /** The class as of the last frame. */
    ClassSnapshot snapshot() {
        return new ClassSnapshot(framedAt, monitored, framedDay, fold.picture(), fold.totals());
    }

    /** What happened after a place up to the last frame, as one delta; empty when the ring does not know that place. */
    Optional<ClassDelta> missedSince(StreamId place) {
        return ring.after(place)
                .map(missed -> new ClassDelta(
                        place,
                        framedAt,
                        missed,
                        Missed.since(place, fold.picture(), changed, missed, ring.endedFrom(place)),
                        ToldBefore.NOTHING,
                        List.of()));
    }

    FoldedEvents awaited() {
        return awaited;
    }

    StreamId framedAt() {
        return framedAt;
    }

    EventRing ring() {
        return ring;
    }
}
