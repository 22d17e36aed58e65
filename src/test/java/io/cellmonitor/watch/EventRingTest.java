package io.cellmonitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventRingTest {

    private static final StreamId START = new StreamId(1, 0);

    private final Lesson lesson = new Lesson();
    private final EventRing ring = new EventRing(START, null);

    private StreamId happen(boolean isNew) {
        LoggedEvent event = lesson.run(Lesson.HANAKO, "a", false, 1);
        ring.add(event.id(), isNew ? EventView.of(event, Rules.DEFAULT.lateAfter()) : null);
        return event.id();
    }

    private static HelpView ended(String request) {
        return new HelpView(request, Lesson.HANAKO, "lapsed", Lesson.START, null, null, null, null, null, null, null);
    }

    @Test
    void itKnowsItsStartAndEachPlaceAfterIt() {
        StreamId first = happen(true);
        StreamId second = happen(true);
        assertThat(ring.after(START).orElseThrow()).hasSize(2);
        assertThat(ring.after(first).orElseThrow()).extracting(EventView::id).containsExactly(second.toString());
        assertThat(ring.after(second)).contains(List.of());
    }

    @Test
    void itKnowsNoPlaceOfAnotherLogNorOneAhead() {
        StreamId first = happen(true);
        happen(true);
        assertThat(ring.after(StreamId.ZERO)).isEmpty();
        assertThat(ring.after(new StreamId(first.milliseconds() - 1, 7))).isEmpty();
        assertThat(ring.after(new StreamId(Long.MAX_VALUE, 0))).isEmpty();
    }

    @Test
    void anEventSentTwiceIsAPlaceButShownOnce() {
        happen(true);
        StreamId twice = happen(false);
        assertThat(ring.after(START).orElseThrow()).hasSize(1);
        assertThat(ring.after(twice)).contains(List.of());
    }

    @Test
    void itHoldsTheLatestOnly() {
        StreamId first = happen(true);
        StreamId second = happen(true);
        for (int i = 2; i < EventRing.EVENTS + 2; i++) {
            happen(true);
        }
        assertThat(ring.after(first)).isEmpty();
        assertThat(ring.after(second).orElseThrow()).hasSize(EventRing.EVENTS);
    }

    @Test
    void whatEndedByTimeAtThePlaceItselfIsToldAgain() {
        StreamId first = happen(true);
        ring.addEnded(START, List.of(ended("before")));
        ring.addEnded(first, List.of(ended("there")));
        assertThat(ring.endedFrom(first)).extracting(HelpView::request).containsExactly("there");
    }

    @Test
    void whoseEndedRequestsAreForgottenGetsASnapshot() {
        StreamId first = happen(true);
        StreamId second = happen(true);
        for (int i = 0; i <= EventRing.ENDED; i++) {
            ring.addEnded(first, List.of(ended("r" + i)));
        }
        assertThat(ring.after(first)).isEmpty();
        assertThat(ring.after(second)).isPresent();
    }

    @Test
    void aRingThatWasSavedIsFilledFromTheLogWithoutWhatScreensDoNotShow() {
        StreamId first = happen(true);
        StreamId twice = happen(false);
        StreamId third = happen(true);
        SavedRing saved = ring.saved();
        EventRing later = new EventRing(third, saved);
        assertThat(later.after(first)).isEmpty();
        assertThat(later.mayKnow(first)).isTrue();
        assertThat(later.mayKnow(StreamId.ZERO)).isFalse();
        assertThat(later.saved()).isEqualTo(saved);
        later.fill(later.gap().orElseThrow(), entries(first, twice, third));
        assertThat(later.after(START).orElseThrow())
                .extracting(EventView::id)
                .containsExactly(first.toString(), third.toString());
        assertThat(later.after(twice).orElseThrow()).hasSize(1);
        assertThat(later.mayKnow(first)).isFalse();
    }

    @Test
    void ofTooManyItIsFilledWithTheLatest() {
        List<StreamId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(happen(true));
        }
        EventRing later = new EventRing(ids.getLast(), ring.saved());
        for (int i = 0; i < EventRing.EVENTS - 4; i++) {
            LoggedEvent event = lesson.run(Lesson.HANAKO, "a", false, 1);
            later.add(event.id(), EventView.of(event, Rules.DEFAULT.lateAfter()));
        }
        later.fill(later.gap().orElseThrow(), entries(ids.toArray(StreamId[]::new)));
        assertThat(later.after(ids.get(4))).isEmpty();
        assertThat(later.after(ids.get(5)).orElseThrow()).hasSize(EventRing.EVENTS);
    }

    private static List<RingEntry> entries(StreamId... ids) {
        return Stream.of(ids)
                .map(id -> new RingEntry(
                        id,
                        new EventView(
                                id.toString(),
                                "e",
                                "cell_executed",
                                Lesson.HANAKO,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null,
                                Lesson.START,
                                false)))
                .toList();
    }
}
