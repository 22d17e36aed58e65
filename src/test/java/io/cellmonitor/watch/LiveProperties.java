package io.cellmonitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.GeneratedLesson;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Promise 4 over generated lessons in which the class is saved and made again, and a screen comes and goes, at any point: what is live equals
 * the replay of the same log, and the screen sees each event at most once, without a gap.
 */
class LiveProperties {

    private static final ClassDay DAY = new ClassDay(WatchedLesson.CLASS.zone(), WatchedLesson.CLASS.dayStart());

    /** What happens beside an event. */
    enum Turn {
        NOTHING,
        SCREEN_GOES,
        SCREEN_COMES,
        CLASS_IS_SAVED,
        CLASS_IS_MADE_AGAIN
    }

    private MemoryLog log;
    private MemoryHistory history;
    private Screen screen;
    private boolean isThere;
    private WatchedClass watched;

    @BeforeTry
    void nothingHappenedYet() {
        log = new MemoryLog();
        history = new MemoryHistory();
        screen = new Screen();
    }

    @Provide
    Arbitrary<List<GeneratedLesson.Step>> lessons() {
        return GeneratedLesson.steps(40);
    }

    @Provide
    Arbitrary<List<GeneratedLesson.Step>> lessonsOfOneDay() {
        return GeneratedLesson.stepsOfOneDay(40);
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Arbitraries.of(Turn.class).list().ofSize(40);
    }

    private void make(Instant now) {
        FoldLoading loading = new FoldLoading(log, history, new PlainWords(), WatchedLesson.JSON);
        watched = loading.load(WatchedLesson.CLASS, now).await().indefinitely().watched();
        watched.begin();
        isThere = false;
    }

    private void come() {
        new RingFilling(log).fill(watched).await().indefinitely();
        screen.come(watched);
        isThere = true;
    }

    private void take(Turn turn, Instant now) throws Exception {
        switch (turn) {
            case SCREEN_GOES -> {
                screen.go(watched);
                isThere = false;
            }
            case SCREEN_COMES -> {
                if (!isThere) {
                    come();
                }
            }
            case CLASS_IS_SAVED -> history.state = Optional.of(WatchedLesson.JSON.writeValueAsBytes(watched.saved()));
            case CLASS_IS_MADE_AGAIN -> make(now);
            case NOTHING -> {
                // The lesson goes on.
            }
        }
    }

    private Instant live(List<LoggedEvent> events, List<Turn> turns) throws Exception {
        Instant now = Lesson.START;
        make(now);
        come();
        for (int i = 0; i < events.size(); i++) {
            LoggedEvent event = events.get(i);
            // What time alone changed is on screens before the event, as the ticking clock brings it.
            watched.flush(event.receivedAt().minusMillis(1));
            now = event.receivedAt();
            log.happen(event);
            watched.apply(List.of(event));
            watched.flush(now);
            take(turns.get(i), now);
        }
        return now;
    }

    private static Classroom replay(List<LoggedEvent> events) {
        Classroom replayed =
                new Classroom(Rules.DEFAULT, DAY, new StreamId(Lesson.START.toEpochMilli() - 1, Long.MAX_VALUE));
        events.forEach(replayed::apply);
        return replayed;
    }

    @Property(tries = 300)
    void promise4_liveEqualsReplayWhateverIsSavedMadeAgainOrAway(
            @ForAll("lessons") List<GeneratedLesson.Step> steps, @ForAll("turns") List<Turn> turns) throws Exception {
        List<LoggedEvent> events = GeneratedLesson.events(steps);
        Instant end = live(events, turns).plusSeconds(70);
        Classroom replayed = replay(events);
        replayed.at(end);
        ClassSnapshot snapshot = watched.snapshot(end);
        assertThat(snapshot.picture())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(replayed.picture());
        assertThat(snapshot.totals()).isEqualTo(replayed.totals());
        take(Turn.SCREEN_COMES, end);
        assertThat(screen.picture())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(replayed.picture());
    }

    @Property(tries = 300)
    void whoIsAwayWhileTheClassIsSavedAndMadeAgainStillGetsOnlyWhatItMissed(
            @ForAll("lessonsOfOneDay") List<GeneratedLesson.Step> steps, @ForAll("turns") List<Turn> turns)
            throws Exception {
        Instant end = live(GeneratedLesson.events(steps), turns);
        take(Turn.SCREEN_COMES, end);
        assertThat(screen.snapshots).as("the first one alone").isEqualTo(1);
    }
}
