package io.cellmonitor.classroom;

import static io.cellmonitor.classroom.Lesson.HANAKO;
import static io.cellmonitor.classroom.Lesson.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StudentStatesTest {

    private final Lesson lesson = new Lesson();
    private final Classroom classroom = new Classroom(
            Rules.DEFAULT,
            new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0)),
            new StreamId(Lesson.START.toEpochMilli() - 1, 0));

    private void happen(LoggedEvent... events) {
        for (LoggedEvent event : events) {
            classroom.apply(event);
        }
    }

    private StudentView hanako() {
        return classroom.picture().students().getFirst();
    }

    private void fails(int times, int from, int step) {
        for (int i = 0; i < times; i++) {
            happen(lesson.run(HANAKO, "a", true, from + (long) i * step));
        }
    }

    @Test
    void whoRunsACellWellIsWorking() {
        happen(lesson.run(HANAKO, "a", false, 1));
        assertThat(hanako().state()).isEqualTo("working");
        assertThat(hanako().active()).isTrue();
        assertThat(hanako().executions()).isEqualTo(1);
    }

    @Test
    void twoFailedRunsAreNotFailingThreeAre() {
        fails(2, 0, 10);
        assertThat(hanako().state()).isEqualTo("working");
        fails(1, 20, 10);
        assertThat(hanako().state()).isEqualTo("failing");
        assertThat(hanako().since()).isEqualTo(second(20));
        assertThat(hanako().reason()).isEqualTo(new Reason("failing_runs", "a", 1, 3, second(0), null));
    }

    @Test
    void aGoodRunOfTheCellEndsFailing() {
        fails(3, 0, 10);
        happen(lesson.run(HANAKO, "a", false, 40));
        assertThat(hanako().state()).isEqualTo("working");
        assertThat(hanako().since()).isEqualTo(second(40));
    }

    @Test
    void aGoodRunOfAnotherCellDoesNot() {
        fails(3, 0, 10);
        happen(lesson.run(HANAKO, "b", false, 40));
        assertThat(hanako().state()).isEqualTo("failing");
    }

    @Test
    void whoFailsForThreeMinutesIsStuckByTimeAlone() {
        fails(3, 0, 10);
        classroom.at(second(179));
        assertThat(hanako().state()).isEqualTo("failing");
        classroom.takeChanges();
        classroom.at(second(180));
        assertThat(hanako().state()).isEqualTo("stuck");
        assertThat(hanako().since()).isEqualTo(second(180));
        assertThat(classroom.takeChanges().students()).hasSize(1);
    }

    @Test
    void whoTriedToMendItInVainIsStuckAfterTheSameTimeHoweverSeldomTheyTry() {
        fails(1, 0, 10);
        classroom.at(second(200));
        assertThat(hanako().state()).isEqualTo("working");
        fails(1, 210, 10);
        assertThat(hanako().state()).isEqualTo("stuck");
        assertThat(hanako().since()).isEqualTo(second(210));
    }

    @Test
    void whoGoesOnWithoutACellIsStuckNoMoreUntilTheyTryItAgain() {
        happen(lesson.runAt(HANAKO, "b", 4, true, 0), lesson.runAt(HANAKO, "b", 4, true, 10));
        happen(lesson.runAt(HANAKO, "a", 1, false, 190));
        assertThat(hanako().state()).isEqualTo("stuck");
        happen(lesson.runAt(HANAKO, "c", 5, false, 200));
        assertThat(hanako().state()).isEqualTo("working");
        assertThat(hanako().need()).isNull();
        happen(lesson.runAt(HANAKO, "b", 4, true, 210));
        assertThat(hanako().state()).isEqualTo("stuck");
    }

    @Test
    void needIsTheTimeThatWasLostAndWaitingCountsTwice() {
        fails(3, 0, 10);
        classroom.at(second(180));
        assertThat(hanako().need()).isEqualTo(new Need(second(0), 1));
        happen(lesson.event(HANAKO, "help", 200));
        assertThat(hanako().need()).isEqualTo(new Need(second(100), 2));
    }

    @Test
    void aFailedRunBehindARestartIsNoTechnicalProblem() {
        happen(lesson.event(HANAKO, "kernel_died", 0), lesson.event(HANAKO, "kernel_restarted", 5));
        assertThat(hanako().state()).isEqualTo("technical");
        assertThat(hanako().need()).isEqualTo(new Need(second(0), 2));
        happen(lesson.run(HANAKO, "a", true, 6));
        assertThat(hanako().state()).isEqualTo("working");
    }

    @Test
    void tryingOnDoesNotTakeBackThatSomebodyIsStuck() {
        fails(10, 0, 30);
        assertThat(hanako().state()).isEqualTo("stuck");
        assertThat(Objects.requireNonNull(hanako().reason()).runs()).isEqualTo(10);
    }

    @Test
    void fiveMinutesOfSilenceAreAway() {
        happen(lesson.run(HANAKO, "a", false, 0));
        classroom.at(second(299));
        assertThat(hanako().state()).isEqualTo("working");
        classroom.at(second(300));
        assertThat(hanako().state()).isEqualTo("away");
        assertThat(hanako().active()).isFalse();
        assertThat(Objects.requireNonNull(hanako().reason()).code()).isEqualTo("silent");
    }

    @Test
    void closingTheNotebookIsAwayAtOnceAndWhatTrailsBringsNobodyBack() {
        happen(lesson.run(HANAKO, "a", false, 0), lesson.event(HANAKO, "notebook_closed", 5));
        happen(lesson.event(HANAKO, "session_end", 6));
        assertThat(hanako().state()).isEqualTo("away");
        assertThat(Objects.requireNonNull(hanako().reason()).code()).isEqualTo("notebook_closed");
        happen(lesson.opened(HANAKO, 7, new CellRef("a", "code")));
        assertThat(hanako().active()).isTrue();
    }

    @Test
    void aDeadKernelIsATechnicalProblemUntilARunGoesWell() {
        happen(lesson.event(HANAKO, "kernel_died", 0), lesson.run(HANAKO, "a", true, 1));
        assertThat(hanako().state()).isEqualTo("technical");
        happen(lesson.run(HANAKO, "a", false, 2));
        assertThat(hanako().state()).isEqualTo("working");
    }

    @Test
    void aNotebookWhoseSenderNamesNoCellsHasNoTotal() {
        happen(lesson.opened(HANAKO, 0), lesson.run(HANAKO, "a", false, 1));
        assertThat(hanako().completed()).isEqualTo(1);
        assertThat(hanako().total()).isNull();
    }

    @Test
    void everyCodeCellWellIsFinished() {
        happen(lesson.opened(
                HANAKO, 0, new CellRef("a", "code"), new CellRef("m", "markdown"), new CellRef("b", "code")));
        happen(lesson.run(HANAKO, "a", false, 1));
        assertThat(hanako().progress()).isEqualTo(50.0);
        happen(lesson.run(HANAKO, "b", false, 2));
        assertThat(hanako().state()).isEqualTo("finished");
        assertThat(hanako().since()).isEqualTo(second(2));
        happen(lesson.run(HANAKO, "b", true, 3));
        assertThat(hanako().state()).isEqualTo("working");
        assertThat(hanako().completed()).isEqualTo(1);
    }

    @Test
    void progressUpdateTellsTheTotalWithoutAList() {
        happen(lesson.run(HANAKO, "a", false, 1), lesson.progress(HANAKO, 4, 2));
        assertThat(hanako().total()).isEqualTo(4);
        assertThat(hanako().completed()).isEqualTo(1);
    }

    @Test
    void whatArrivesLateIsCountedButIsNotNow() {
        happen(lesson.run(HANAKO, "b", false, 600));
        happen(lesson.lateRun(HANAKO, "a", true, 601, java.time.Duration.ofSeconds(301)));
        assertThat(hanako().executions()).isEqualTo(2);
        assertThat(hanako().errors()).isEqualTo(1);
        assertThat(hanako().recentRuns()).hasSize(1);
        assertThat(hanako().cellId()).isEqualTo("b");
        assertThat(hanako().lastSeen()).isEqualTo(second(600));
    }

    @Test
    void theSameEventIdCountsOnce() {
        assertThat(classroom.apply(lesson.runWithId(HANAKO, "x", "a", true, 1))).isTrue();
        assertThat(classroom.apply(lesson.runWithId(HANAKO, "x", "a", true, 2))).isFalse();
        assertThat(hanako().executions()).isEqualTo(1);
        assertThat(classroom.position()).isEqualTo(new StreamId(second(2).toEpochMilli(), 1));
    }

    @Test
    void aNewDayStartsEmpty() {
        happen(lesson.run(HANAKO, "a", false, 0));
        classroom.at(second(18 * 3600 - 1));
        assertThat(classroom.picture().students()).hasSize(1);
        classroom.at(second(18 * 3600));
        assertThat(classroom.picture().students()).isEmpty();
        assertThat(classroom.totals().executions()).isZero();
    }
}
