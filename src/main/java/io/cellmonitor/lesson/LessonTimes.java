package io.cellmonitor.lesson;

import io.cellmonitor.lesson.TimetableResource.Slot;
import io.cellmonitor.store.relational.WorkingSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when a class was taught, out of what is known of it.
 *
 * @param started what teachers started
 * @param week the timetable
 * @param spans when the class worked, in order, apart from each other
 */
record LessonTimes(ZoneId zone, List<Lesson> started, List<Slot> week, List<WorkingSpan> spans) {

    private static final Duration GAP = Duration.ofMinutes(30);

    /**
     * Newest first: what a teacher says goes before the timetable, and that before what students did. A year of 50 slots a week is looked up, not
     * compared each with each.
     */
    List<Lesson> between(Instant from, Instant to, Instant now) {
        NavigableMap<Instant, Lesson> found = new TreeMap<>();
        started.forEach(lesson -> found.put(lesson.startedAt(), lesson));
        addApart(found, ofTimetable(from, to, now));
        addApart(found, ofActivity(now));
        return List.copyOf(found.descendingMap().values());
    }

    /** Lessons that are there do not overlap: only the last one that begins before the end of another can. */
    private static void addApart(NavigableMap<Instant, Lesson> found, List<Lesson> further) {
        List<Lesson> apart = further.stream()
                .filter(lesson -> {
                    Map.Entry<Instant, Lesson> before =
                            lesson.endedAt() == null ? found.lastEntry() : found.lowerEntry(lesson.endedAt());
                    return before == null || !lesson.overlaps(before.getValue());
                })
                .toList();
        apart.forEach(lesson -> found.putIfAbsent(lesson.startedAt(), lesson));
    }

    /** The slots in which the class worked: in holidays there is no lesson. */
    private List<Lesson> ofTimetable(Instant from, Instant to, Instant now) {
        LocalDate last = to.atZone(zone).toLocalDate();
        Stream<LocalDate> days = from.atZone(zone).toLocalDate().datesUntil(last.plusDays(1));
        NavigableMap<Instant, WorkingSpan> work = new TreeMap<>();
        spans.forEach(span -> work.put(span.first(), span));
        return days.flatMap(day -> week.stream()
                        .filter(slot -> slot.weekday() == day.getDayOfWeek().getValue())
                        .map(slot -> lesson(slot, day)))
                .filter(lesson ->
                        lesson.startedAt().isBefore(to) && lesson.startedAt().isBefore(now))
                .filter(lesson -> isWorkedIn(lesson, work))
                .map(lesson -> lesson.endedAt() != null && lesson.endedAt().isAfter(now) ? ended(lesson, null) : lesson)
                .toList();
    }

    private Lesson lesson(Slot slot, LocalDate day) {
        return new Lesson(null, slot.title(), at(day, slot.from()), at(day, slot.to()), Lesson.TIMETABLE);
    }

    private Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private static boolean isWorkedIn(Lesson slot, NavigableMap<Instant, WorkingSpan> work) {
        Map.Entry<Instant, WorkingSpan> before = work.lowerEntry(Objects.requireNonNull(slot.endedAt()));
        return before != null && !before.getValue().last().isBefore(slot.startedAt());
    }

    private List<Lesson> ofActivity(Instant now) {
        List<Lesson> found = new ArrayList<>();
        for (WorkingSpan span : spans) {
            Lesson before = found.isEmpty() ? null : found.getLast();
            Instant end = before == null ? null : before.endedAt();
            if (before != null && end != null && span.first().isBefore(end.plus(GAP))) {
                found.set(found.size() - 1, ended(before, span.last()));
            } else {
                found.add(new Lesson(null, null, span.first(), span.last(), Lesson.ACTIVITY));
            }
        }
        return found.stream()
                .map(lesson -> goesOn(lesson, now) ? ended(lesson, null) : lesson)
                .toList();
    }

    private static boolean goesOn(Lesson lesson, Instant now) {
        Instant end = lesson.endedAt();
        return end != null && end.plus(GAP).isAfter(now);
    }

    private static Lesson ended(Lesson lesson, @Nullable Instant at) {
        return new Lesson(lesson.lesson(), lesson.title(), lesson.startedAt(), at, lesson.source());
    }
}
