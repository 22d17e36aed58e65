package io.cellmonitor.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.lesson.TimetableResource.Slot;
import io.cellmonitor.store.relational.WorkingSpan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a class was taught; 2026-11-16 is a Monday. */
class LessonTimesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Slot MONDAY = new Slot(1, "09:00", "10:30", "情報 I");
    private static final Instant FROM = at("2026-11-16T00:00");
    private static final Instant TO = at("2026-11-30T00:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    private static WorkingSpan work(String from, String to) {
        return new WorkingSpan(at(from), at(to));
    }

    private static List<Lesson> found(List<Lesson> started, List<Slot> week, WorkingSpan... spans) {
        return new LessonTimes(TOKYO, started, week, Arrays.asList(spans)).between(FROM, TO, TO);
    }

    @Test
    void aSlotIsALessonWhereSomebodyWorkedInIt() {
        List<Lesson> lessons = found(List.of(), List.of(MONDAY), work("2026-11-16T09:05", "2026-11-16T09:09"));
        assertThat(lessons)
                .containsExactly(
                        new Lesson(null, "情報 I", at("2026-11-16T09:00"), at("2026-11-16T10:30"), Lesson.TIMETABLE));
    }

    @Test
    void workWithoutAGapOfHalfAnHourIsOne() {
        List<Lesson> lessons = found(
                List.of(),
                List.of(MONDAY),
                work("2026-11-17T20:00", "2026-11-17T20:04"),
                work("2026-11-17T20:33", "2026-11-17T20:35"),
                work("2026-11-17T21:05", "2026-11-17T21:06"));
        assertThat(lessons)
                .extracting(Lesson::startedAt, Lesson::endedAt, Lesson::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                at("2026-11-17T21:05"), at("2026-11-17T21:06"), Lesson.ACTIVITY),
                        org.assertj.core.groups.Tuple.tuple(
                                at("2026-11-17T20:00"), at("2026-11-17T20:35"), Lesson.ACTIVITY));
    }

    @Test
    void whatATeacherStartedGoesBeforeTheTimetableAndThatBeforeWork() {
        Lesson started =
                new Lesson(UUID.randomUUID(), null, at("2026-11-16T09:10"), at("2026-11-16T10:00"), Lesson.BUTTON);
        WorkingSpan[] work = {work("2026-11-16T09:15", "2026-11-16T10:10"), work("2026-11-23T09:15", "2026-11-23T10:10")
        };
        assertThat(found(List.of(started), List.of(MONDAY), work))
                .extracting(Lesson::source)
                .containsExactly(Lesson.TIMETABLE, Lesson.BUTTON);
    }

    @Test
    void whatIsGoingOnHasNoEnd() {
        WorkingSpan[] work = {work("2026-11-16T09:05", "2026-11-16T09:50")};
        Instant now = at("2026-11-16T10:00");
        assertThat(new LessonTimes(TOKYO, List.of(), List.of(MONDAY), List.of(work)).between(FROM, now, now))
                .extracting(Lesson::endedAt)
                .containsExactly((Instant) null);
        assertThat(new LessonTimes(TOKYO, List.of(), List.of(), List.of(work)).between(FROM, now, now))
                .extracting(Lesson::endedAt)
                .containsExactly((Instant) null);
    }
}
