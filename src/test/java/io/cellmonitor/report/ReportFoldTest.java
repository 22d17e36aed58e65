package io.cellmonitor.report;

import static io.cellmonitor.classroom.Lesson.HANAKO;
import static io.cellmonitor.classroom.Lesson.TARO;
import static io.cellmonitor.classroom.Lesson.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.report.Report.ClusterReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a report says of students, out of a lesson whose seconds are known. */
class ReportFoldTest {

    private static final ClassDay DAY = new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));

    private final Lesson lesson = new Lesson();
    private final List<LoggedEvent> events = new ArrayList<>();

    private void failed(UUID student, long... seconds) {
        for (long second : seconds) {
            events.add(lesson.run(student, "a", true, second));
        }
    }

    private void went(UUID student, String cell, long second) {
        events.add(lesson.run(student, cell, false, second));
    }

    private StudentFigures hanako(Instant from, Instant to) {
        return fold(from, to, Set.of()).students().get(HANAKO);
    }

    private ReportFold fold(Instant from, Instant to, Set<UUID> staff) {
        ReportFold fold = new ReportFold(DAY, Rules.DEFAULT, staff, from);
        fold.apply(
                events.stream().filter(event -> event.receivedAt().isBefore(to)).toList());
        return fold.end(to);
    }

    @Test
    void stuckTimeBeginsWithTheRuleAndEndsWithTheRunThatGoesWell() {
        failed(HANAKO, 0, 10, 20, 170, 300);
        went(HANAKO, "a", 400);
        StudentFigures hanako = hanako(second(0), second(600));
        assertThat(hanako.stuckSeconds()).isEqualTo(220);
        assertThat(hanako.runs()).isEqualTo(6);
        assertThat(hanako.errors()).isEqualTo(5);
        assertThat(hanako.activeSeconds()).isEqualTo(400);
    }

    @Test
    void whoIsAwayIsNeitherActiveNorStuck() {
        failed(HANAKO, 0, 10, 20);
        went(HANAKO, "a", 4000);
        StudentFigures hanako = hanako(second(0), second(5000));
        assertThat(hanako.stuckSeconds()).isEqualTo(20 + 300 - 180);
        assertThat(hanako.activeSeconds()).isEqualTo(20);
    }

    @Test
    void whatWasBeforeIsKnownAndNotCounted() {
        failed(HANAKO, 0, 10, 20, 170);
        failed(HANAKO, 300, 390);
        went(HANAKO, "a", 400);
        StudentFigures hanako = hanako(second(250), second(600));
        assertThat(hanako.stuckSeconds()).isEqualTo(150);
        assertThat(hanako.runs()).isEqualTo(3);
        assertThat(hanako.errors()).isEqualTo(2);
        assertThat(hanako.activeSeconds()).isEqualTo(150);
    }

    @Test
    void whoIsStillStuckIsSoUntilTheEnd() {
        failed(HANAKO, 0, 10, 20, 170);
        assertThat(hanako(second(0), second(250)).stuckSeconds()).isEqualTo(70);
    }

    @Test
    void whoHasCompletedAllHasFinished() {
        events.add(lesson.opened(HANAKO, 0, new CellRef("a", "code"), new CellRef("b", "code")));
        went(HANAKO, "a", 10);
        went(HANAKO, "b", 30);
        events.add(lesson.opened(TARO, 0, new CellRef("a", "code"), new CellRef("b", "code")));
        went(TARO, "b", 40);
        Map<UUID, StudentFigures> figures =
                fold(second(0), second(60), Set.of()).students();
        assertThat(figures.get(HANAKO).finishedAt()).isEqualTo(second(30));
        assertThat(figures.get(HANAKO).completed()).isEqualTo(2);
        assertThat(figures.get(HANAKO).total()).isEqualTo(2);
        assertThat(figures.get(TARO).finishedAt()).isNull();
        assertThat(figures.get(TARO).completed()).isEqualTo(1);
    }

    /** A row says one thing: who broke a cell again has 1 of 2, and no time of finishing. */
    @Test
    void whoFinishedAndWentOnHasFinishedOnlyIfItIsAllRightAtTheEnd() {
        events.add(lesson.opened(HANAKO, 0, new CellRef("a", "code"), new CellRef("b", "code")));
        went(HANAKO, "a", 10);
        went(HANAKO, "b", 30);
        failed(HANAKO, 40);
        assertThat(hanako(second(0), second(60)).finishedAt()).isNull();
        assertThat(hanako(second(0), second(60)).completed()).isEqualTo(1);
        assertThat(hanako(second(0), second(35)).finishedAt()).isEqualTo(second(30));
        went(HANAKO, "a", 50);
        assertThat(hanako(second(0), second(60)).finishedAt()).isEqualTo(second(50));
    }

    @Test
    void whoAsksSomethingAfterwardsHasFinishedAllTheSame() {
        events.add(lesson.opened(HANAKO, 0, new CellRef("a", "code")));
        went(HANAKO, "a", 10);
        events.add(lesson.event(HANAKO, "help", 40));
        assertThat(hanako(second(0), second(60)).finishedAt()).isEqualTo(second(10));
        assertThat(hanako(second(20), second(60)).finishedAt()).isEqualTo(second(10));
        assertThat(hanako(second(50), second(60)).finishedAt()).isNull();
    }

    @Test
    void daysAddUp() {
        long day = Duration.ofDays(1).toSeconds();
        failed(HANAKO, 0, 10);
        failed(HANAKO, day, day + 10, day + 20, day + 200);
        StudentFigures hanako = hanako(second(0), second(day + 210));
        assertThat(hanako.runs()).isEqualTo(6);
        assertThat(hanako.activeSeconds()).isEqualTo(10 + 200);
        assertThat(hanako.stuckSeconds()).isEqualTo(30);
    }

    @Test
    void whoTeachesIsNoStudent() {
        failed(TARO, 0);
        assertThat(fold(second(0), second(60), Set.of(TARO)).students()).isEmpty();
    }

    private void fails(UUID student, String shape, long second) {
        events.add(lesson.fails(student, "lesson.ipynb", "a", "NameError", "NameError: " + shape, second));
    }

    @Test
    void aMistakeOfSeveralIsOneWithTheRunsOfTheReport() {
        long day = Duration.ofDays(1).toSeconds();
        fails(HANAKO, "name … is not defined", 0);
        fails(TARO, "name … is not defined", 10);
        fails(TARO, "name … is not defined", 20);
        fails(TARO, "something else", 30);
        fails(HANAKO, "name … is not defined", day);
        assertThat(fold(second(0), second(day + 60), Set.of()).clusters())
                .extracting(ClusterReport::shape, ClusterReport::students, ClusterReport::runs)
                .containsExactly(tuple("name … is not defined", 2, 4));
        assertThat(fold(second(15), second(60), Set.of()).clusters()).isEmpty();
        assertThat(fold(second(5), second(day + 60), Set.of()).clusters())
                .extracting(ClusterReport::students, ClusterReport::runs)
                .containsExactly(tuple(2, 3));
    }
}
