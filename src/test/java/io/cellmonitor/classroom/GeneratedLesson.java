package io.cellmonitor.classroom;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                        Arbitraries.integers().between(0, 27),
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
        Map<Integer, LoggedEvent> asked = new HashMap<>();
        for (Step step : steps) {
            second += step.pause();
            LoggedEvent event = step.kind() > 13 && step.kind() < 22
                    ? helping(lesson, step, asked.get(step.student()), second)
                    : event(lesson, step, second);
            if (step.kind() == 5) {
                asked.putIfAbsent(step.student(), event);
            } else if (step.kind() == 6) {
                asked.remove(step.student());
            }
            events.add(event);
        }
        return events;
    }

    /** What one of two teachers does about the request, or a hint. */
    private static LoggedEvent helping(Lesson lesson, Step step, LoggedEvent asked, long second) {
        UUID student = Lesson.student("s" + step.student());
        UUID teacher = Lesson.student("t" + step.cell() % 2);
        HelpReference request = HelpReference.toRequest(asked == null ? new StreamId(1, 1) : asked.id(), teacher);
        HelpReference hint = HelpReference.toHint(new UUID(1, step.cell()), teacher);
        return switch (step.kind()) {
            case 14, 15, 16, 17 -> lesson.helps(student, "help_claimed", request, second);
            case 18 -> lesson.helps(student, "help_on_my_way", request, second);
            case 19 -> lesson.helps(student, "help_resolved", request, second);
            case 20 -> lesson.helps(student, "hint_sent", hint, second);
            default -> lesson.helps(student, "hint_seen", hint, second);
        };
    }

    /** What students call their copies. */
    private static String copy(Step step) {
        return step.cell() % 2 == 0 ? "lesson.ipynb" : "renamed by " + step.student() + ".ipynb";
    }

    private static CellRef own(Step step) {
        return new CellRef("own of " + step.student(), "code");
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
            case 22, 23 ->
                lesson.fails(student, copy(step), cell, "NameError", "NameError: name … is not defined", second);
            case 24 -> lesson.fails(student, copy(step), cell, "TypeError", "TypeError", second);
            case 25 -> Lesson.in(copy(step), lesson.run(student, cell, false, second));
            case 26 ->
                Lesson.in(
                        copy(step),
                        lesson.opened(
                                student, second, new CellRef("c1", "code"), new CellRef("c0", "code"), own(step)));
            case 27 -> Lesson.in(copy(step), lesson.opened(student, second, own(step), new CellRef("other", "code")));
            default -> lesson.lateRun(student, cell, true, second, Duration.ofMinutes(6));
        };
    }
}
