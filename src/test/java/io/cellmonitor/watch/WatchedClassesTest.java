package io.cellmonitor.watch;

import static io.cellmonitor.classroom.Lesson.HANAKO;
import static io.cellmonitor.classroom.Lesson.TARO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.cellmonitor.access.ClassRules;
import io.cellmonitor.bus.LoggedLines;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedClassesTest {

    /** Now, in seconds of the lesson: the classes' clock is the real one, and only today's events count. */
    private static final long NOW =
            Duration.between(Lesson.START, Instant.now()).toSeconds() - 2;

    private final Lesson lesson = new Lesson();
    private final MemoryLog log = new MemoryLog();
    private final MemoryHistory history = new MemoryHistory();
    private final RememberedClasses directory = new RememberedClasses(WatchedLesson.CLASS);
    private final WatchedClasses classes =
            new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);

    private LoggedEvent run() {
        return lesson.run(HANAKO, "a", false, NOW);
    }

    private WatchedClass watch() {
        return classes.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
    }

    private static long executions(WatchedClass watched) {
        return watched.snapshot(Instant.now()).totals().executions();
    }

    @AfterEach
    void stop() {
        classes.stop();
    }

    @Test
    void whatIsInTheLogIsThere() {
        log.happen(run(), run());
        assertThat(executions(watch())).isEqualTo(2);
    }

    @Test
    void thatAClassCannotBeLoadedIsSaidOnceHoweverOftenScreensAsk() {
        try (LoggedLines lines = LoggedLines.of(WatchedClasses.class)) {
            history.duringRead(() -> {
                throw new IllegalStateException("away");
            });
            for (int times = 0; times < 3; times++) {
                assertThatIllegalStateException().isThrownBy(this::watch);
            }
            assertThat(lines.all()).hasSize(1);
        }
        history.duringRead(() -> {});
        assertThat(executions(watch())).isZero();
    }

    @Test
    void whatHappensWhileTheLogIsReadIsThereOnce() {
        log.happen(run(), run());
        log.duringRead(() -> log.happen(run(), run(), run()));
        WatchedClass watched = watch();
        log.happen(run());
        assertThat(executions(watched)).isEqualTo(6);
    }

    @Test
    void moreThanMayWaitIsReadFromTheLogAgain() {
        log.happen(run());
        LoggedEvent[] flood = new LoggedEvent[ClassFeed.WAITING + 1];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = run();
        }
        log.duringRead(() -> log.happen(flood));
        assertThat(executions(watch())).isEqualTo(ClassFeed.WAITING + 2);
    }

    @Test
    void whatWasTrimmedComesFromHistory() {
        LoggedEvent first = run();
        LoggedEvent second = run();
        history.stored.addAll(List.of(first, second));
        log.happen(first, second, run());
        log.trimTo(2);
        assertThat(executions(watch())).isEqualTo(3);
    }

    @Test
    void whoIsStoredWhileHistoryIsReadHasAName() {
        LoggedEvent first = run();
        history.duringRead(() -> {
            history.stored.add(first);
            history.names.put(HANAKO, "花子".getBytes(UTF_8));
        });
        assertThat(watch().snapshot(Instant.now()).picture().students())
                .extracting(StudentView::name)
                .containsExactly("花子");
    }

    @Test
    void aSavedStateIsGoneOnFrom() throws Exception {
        log.happen(run(), lesson.event(TARO, "help", NOW));
        history.state = Optional.of(WatchedLesson.JSON.writeValueAsBytes(watch().saved()));
        WatchedClasses restarted =
                new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
        try {
            WatchedClass again = restarted.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
            log.happen(run());
            assertThat(executions(again)).isEqualTo(2);
            assertThat(again.snapshot(Instant.now()).picture().help()).hasSize(1);
        } finally {
            restarted.stop();
        }
    }

    @Test
    void afterARestartAClientGetsWhatItMissedAndNothingTwice() {
        log.happen(run(), lesson.event(TARO, "help", NOW));
        WatchedClass first = watch();
        classes.saveAll(new ShutdownDelayInitiatedEvent());
        LoggedEvent sent = run();
        log.happen(sent);
        StreamId known = first.snapshot(Instant.now()).at();
        LoggedEvent again = lesson.runWithId(HANAKO, sent.envelope().eventId(), "a", false, NOW);
        LoggedEvent stop = lesson.event(TARO, "help_stop", NOW);
        LoggedEvent missed = run();
        log.happen(again, stop, missed);
        WatchedClasses restarted =
                new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
        try {
            WatchedClass back = restarted.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
            ClassDelta delta = back.missedSince(known).orElseThrow();
            assertThat(delta.after()).isEqualTo(known);
            assertThat(delta.at()).isEqualTo(missed.id());
            assertThat(delta.events()).extracting(EventView::eventType).containsExactly("help_stop", "cell_executed");
            assertThat(delta.changes().help()).extracting(HelpView::state).containsExactly("withdrawn");
            assertThat(back.missedSince(new StreamId(1, 1))).isEmpty();
        } finally {
            restarted.stop();
        }
    }

    @Test
    void whoKnowsAPlaceBeforeTheSavedStateGetsWhatTheLogStillHolds() throws Exception {
        LoggedEvent known = run();
        log.happen(known, lesson.event(TARO, "help", NOW));
        WatchedClass first = watch();
        StreamId place = first.snapshot(Instant.now()).at();
        LoggedEvent missed = run();
        LoggedEvent twice = lesson.runWithId(HANAKO, known.envelope().eventId(), "a", false, NOW);
        log.happen(missed, twice, lesson.event(TARO, "help_stop", NOW), run());
        first.flush(Instant.now());
        history.state = Optional.of(WatchedLesson.JSON.writeValueAsBytes(first.saved()));
        WatchedClasses restarted =
                new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
        try {
            WatchedClass back = restarted.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
            assertThat(back.missedSince(place)).isEmpty();
            assertThat(back.mayKnow(place)).isTrue();
            restarted.fillRing(Lesson.CLASS).await().atMost(Duration.ofSeconds(60));
            ClassDelta delta = back.missedSince(place).orElseThrow();
            assertThat(delta.events())
                    .extracting(EventView::eventType)
                    .containsExactly("cell_executed", "help_stop", "cell_executed");
            assertThat(delta.changes().help()).extracting(HelpView::state).containsExactly("withdrawn");
            assertThat(back.missedSince(known.id())).isPresent();
        } finally {
            restarted.stop();
        }
    }

    @Test
    void whatTheLogNoLongerHoldsIsNotKnown() throws Exception {
        WatchedClass first = watch();
        StreamId empty = first.framedAt();
        log.happen(run(), run());
        StreamId place = first.snapshot(Instant.now()).at();
        LoggedEvent trimmed = run();
        log.happen(trimmed, run(), run());
        history.stored.addAll(log.readAfter(StreamId.ZERO, 10).await().indefinitely());
        history.state = Optional.of(WatchedLesson.JSON.writeValueAsBytes(first.saved()));
        log.trimTo(2);
        WatchedClasses restarted =
                new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
        try {
            WatchedClass back = restarted.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
            restarted.fillRing(Lesson.CLASS).await().atMost(Duration.ofSeconds(60));
            assertThat(back.missedSince(place)).isEmpty();
            assertThat(back.missedSince(empty)).isEmpty();
            assertThat(back.missedSince(back.framedAt())).isPresent();
        } finally {
            restarted.stop();
        }
    }

    @Test
    void aTeachersOwnRunsMoveThePlaceAndShowNoStudent() {
        history.staff = Set.of(TARO);
        log.happen(run(), lesson.run(TARO, "a", true, NOW));
        WatchedClass watched = watch();
        LoggedEvent last = lesson.run(TARO, "a", true, NOW);
        log.happen(last);
        ClassSnapshot snapshot = watched.snapshot(Instant.now());
        assertThat(snapshot.at()).isEqualTo(last.id());
        assertThat(snapshot.picture().students())
                .extracting(StudentView::student)
                .containsExactly(HANAKO);
        assertThat(snapshot.totals().errors()).isZero();
    }

    @Test
    void whoBecameATeacherLeavesTheSavedState() throws Exception {
        log.happen(run(), lesson.run(TARO, "a", true, NOW));
        history.state = Optional.of(WatchedLesson.JSON.writeValueAsBytes(watch().saved()));
        history.staff = Set.of(TARO);
        WatchedClasses restarted =
                new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
        try {
            WatchedClass again = restarted.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
            assertThat(again.snapshot(Instant.now()).picture().students()).hasSize(1);
        } finally {
            restarted.stop();
        }
    }

    @Test
    void moreStudentsThanAClassMayShowAreLeftOut() {
        LoggedEvent[] crowd = new LoggedEvent[Classroom.MAX_STUDENTS + 3];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = lesson.run(Lesson.student("s" + i), "a", false, NOW);
        }
        log.happen(crowd);
        WatchedClass watched = watch();
        log.happen(lesson.run(Lesson.student("s0"), "a", false, NOW));
        ClassSnapshot snapshot = watched.snapshot(Instant.now());
        assertThat(snapshot.totals().students()).isEqualTo(Classroom.MAX_STUDENTS);
        assertThat(snapshot.totals().executions()).isEqualTo(Classroom.MAX_STUDENTS + 1L);
        assertThat(snapshot.at()).isEqualTo(log.position());
    }

    @Test
    void anUnreadableSavedStateIsMadeAnew() {
        log.happen(run());
        history.stored.addAll(log.readAfter(StreamId.ZERO, 10).await().indefinitely());
        history.state = Optional.of(new byte[] {1, 2, 3});
        assertThat(executions(watch())).isEqualTo(1);
    }

    @Test
    void aChangeOfRulesHoldsForTheWholeDayAndReachesScreensAsAReset() {
        for (int i = 0; i < 3; i++) {
            log.happen(lesson.run(HANAKO, "a", true, NOW - 3 + i));
        }
        WatchedClass watched = watch();
        Screen screen = new Screen();
        screen.come(watched);
        assertThat(watched.student(HANAKO)).map(StudentView::state).contains("failing");

        directory.put(WatchedLesson.ruled(new ClassRules(5, 180, 300)));
        log.happen(lesson.run(HANAKO, "a", true, NOW));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> screen.snapshots == 2);
        log.happen(lesson.run(TARO, "a", false, NOW));
        watched.flush(Instant.now());

        assertThat(watched.student(HANAKO)).map(StudentView::state).contains("working");
        assertThat(watched.student(HANAKO)).map(StudentView::executions).contains(4);
        assertThat(screen.picture().students()).hasSize(2);
    }
}
