package io.cellmonitor.classroom;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lessons of a few students with everything that may happen in them, from seconds to hours. */
public final class GeneratedLesson {

    /** What one of the students does, so many seconds after the step before. */
    public record Step(int student, int kind, int cell, int pause) {}

    private GeneratedLesson() {}

    /** Up to {@code most} steps, over some days. */
    public static Arbitrary<List<Step>> steps(int most) {
        return steps(
                most,
                Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.integers().between(0, 30)),
                        Tuple.of(2, Arbitraries.integers().between(50, 400)),
                        Tuple.of(1, Arbitraries.integers().between(20_000, 40_000))));
    }

    /** Up to {@code most} steps, within some hours. */
    public static Arbitrary<List<Step>> stepsOfOneDay(int most) {
        return steps(
                most,
                Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.integers().between(0, 30)),
                        Tuple.of(1, Arbitraries.integers().between(50, 400))));
    }

    private static Arbitrary<List<Step>> steps(int most, Arbitrary<Integer> pauses) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 3),
                        pauses)
                .as(Step::new)
                .list()
                .ofMaxSize(most);
    }

    /** The steps as the log holds them. */
    public static List<LoggedEvent> events(List<Step> steps) {
        Lesson lesson = new Lesson();
        List<LoggedEvent> events = new ArrayList<>();
        long second = 0;
        for (Step step : steps) {
            second += step.pause();
            events.add(event(lesson, step, second));
        }
        return events;
    }

    private static LoggedEvent event(Lesson lesson, Step step, long second) {
        UUID student = Lesson.student("s" + step.student());
        String cell = "c" + step.cell();
        return switch (step.kind()) {
            case 0, 1, 2 -> lesson.run(student, cell, true, second);
            case 3, 4 -> lesson.run(student, cell, false, second);
            case 5 -> lesson.event(student, "help", second);
            case 6 -> lesson.event(student, "help_stop", second);
            case 7 -> lesson.event(student, "kernel_died", second);
            case 8 -> lesson.event(student, "notebook_closed", second);
            case 9 -> lesson.opened(student, second, new CellRef("c0", "code"), new CellRef("c1", "code"));
            case 10 -> lesson.opened(student, second);
            case 11 -> lesson.event(student, "progress_update", second);
            case 12 -> lesson.runWithId(student, "same", cell, true, second);
            default -> lesson.lateRun(student, cell, true, second, Duration.ofMinutes(6));
        };
    }
}
