package io.cellmonitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.PictureStore;
import io.cellmonitor.event.StreamId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A dashboard without a socket: it comes and goes, and fails on a gap or on an event that it is shown twice. */
final class Screen implements ClassWatcher {

    private final PictureStore store = new PictureStore();
    private final Set<String> shown = new HashSet<>();
    private StreamId at = StreamId.ZERO;
    private LocalDate day = LocalDate.EPOCH;
    int snapshots;

    /** Comes (back), as a connection does: what it missed, else a snapshot. */
    void come(WatchedClass watched) {
        Optional<ClassDelta> missed = at.equals(StreamId.ZERO) ? Optional.empty() : watched.missedSince(at);
        missed.ifPresentOrElse(this::onDelta, () -> onReset(watched.present()));
        watched.add(this);
    }

    void go(WatchedClass watched) {
        watched.remove(this);
    }

    @Override
    public void onDelta(ClassDelta delta) {
        assertThat(delta.after()).isEqualTo(at);
        StreamId last = at;
        for (EventView event : delta.events()) {
            StreamId id = StreamId.parse(event.id());
            assertThat(id).isGreaterThan(last).isLessThanOrEqualTo(delta.at());
            assertThat(shown.add(event.student() + " " + event.eventId()))
                    .as("shown once")
                    .isTrue();
            last = id;
        }
        store.merge(delta.changes());
        at = delta.at();
    }

    @Override
    public void onReset(ClassSnapshot snapshot) {
        snapshots++;
        if (!snapshot.day().equals(day)) {
            // A day begins with nobody there: it does not know what was sent the day before.
            shown.clear();
            day = snapshot.day();
        }
        store.clear();
        store.merge(snapshot.picture());
        at = snapshot.at();
    }

    Picture picture() {
        return store.picture();
    }
}
