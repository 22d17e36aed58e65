package io.cellmonitor.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One student's way through a lesson, decided beforehand by the seed: the same whatever the network does. */
final class WayThrough {

    /** Seconds in which the class arrives. */
    private static final double ARRIVAL = 60;

    private final Lesson lesson;
    private final Student student;
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private int executionCount;

    /** Steps {@code first} to {@code last} of the way, in which the student is stuck. */
    record Trouble(Cell cell, Mistake mistake, int first, int last, int runs, boolean asked, boolean helped) {}

    /** A whole way. */
    record Way(List<Step> steps, List<Trouble> troubles) {}

    private WayThrough(Lesson lesson, Student student, long seed) {
        this.lesson = lesson;
        this.student = student;
        this.random = new SplittableRandom(seed * 1_000_033 + student.number());
    }

    static Way way(Lesson lesson, Student student, long seed) {
        WayThrough through = new WayThrough(lesson, student, seed);
        through.arrive();
        int cells = student.silent() ? 1 : lesson.cells().size();
        lesson.cells().subList(0, cells).forEach(through::work);
        through.step(10, "notebook_saved", Map.of());
        through.step(5, "notebook_closed", Map.of());
        through.step(1, "session_end", Map.of());
        return new Way(List.copyOf(through.steps), List.copyOf(through.troubles));
    }

    private void arrive() {
        step(ARRIVAL * random.nextDouble(), "session_start", Map.of());
        List<Map<String, Object>> cells = lesson.cells().stream()
                .map(cell -> Map.<String, Object>of("id", cell.id(), "type", "code"))
                .toList();
        step(1, "notebook_opened", Map.of("cells", cells));
    }

    private void work(Cell cell) {
        if (cell.hard() && student.patience() > 0) {
            struggle(cell);
        } else if (random.nextDouble() < student.pace().typos()) {
            fail(cell, Mistake.TYPOS.get(random.nextInt(Mistake.TYPOS.size())));
        }
        if (student.kernelDies() && cell.hard()) {
            step(20, "kernel_died", Map.of());
            step(30, "kernel_restarted", Map.of());
        }
        succeed(cell);
        if (cell.index() % 3 == 2) {
            step(
                    1,
                    "progress_update",
                    Map.of(
                            "metadata",
                            Map.of(
                                    "completedCells",
                                    cell.index() + 1,
                                    "totalCells",
                                    lesson.cells().size())));
        }
    }

    private void struggle(Cell cell) {
        Mistake mistake = Mistake.HARD.get(random.nextInt(Mistake.HARD.size()));
        int first = steps.size();
        for (int run = 0; run < student.patience(); run++) {
            fail(cell, mistake);
        }
        boolean helped = student.asks() && random.nextDouble() < 0.7;
        if (student.asks()) {
            step(
                    5,
                    "help",
                    Map.of("cellId", cell.id(), "cellIndex", cell.index(), "metadata", Map.of("message", "再帰がわかりません")));
            step(helped ? 90 : 240, "help_stop", Map.of("cellId", cell.id(), "cellIndex", cell.index()));
        }
        // The spell ends with the good run that follows, after the kernel's death if it dies.
        int good = steps.size() + (student.kernelDies() ? 2 : 0);
        troubles.add(new Trouble(cell, mistake, first, good, student.patience(), student.asks(), helped));
    }

    private void fail(Cell cell, Mistake mistake) {
        Map<String, Object> fields = run(cell, mistake.code());
        fields.put("hasError", true);
        fields.put("errorName", mistake.errorName());
        fields.put("errorMessage", mistake.message(random));
        fields.put("traceback", mistake.traceback(random));
        step(thinking(), "cell_error", fields);
    }

    private void succeed(Cell cell) {
        Map<String, Object> fields = run(cell, cell.solution());
        fields.put("hasError", false);
        fields.put("result", cell.output());
        step(thinking(), "cell_executed", fields);
    }

    private Map<String, Object> run(Cell cell, String code) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cellId", cell.id());
        fields.put("cellIndex", cell.index());
        fields.put("cellType", "code");
        fields.put("code", code);
        fields.put("executionCount", ++executionCount);
        fields.put("executionDurationMs", 5 + random.nextInt(900));
        return fields;
    }

    /** Thinking times are log-normal: many short ones, a few long. */
    private double thinking() {
        return student.pace().thinkingSeconds() * Math.exp(0.6 * random.nextGaussian() - 0.18);
    }

    private void step(double seconds, String type, Map<String, Object> fields) {
        steps.add(new Step(seconds, type, fields));
    }
}
