package io.cellmonitor.simulate;

import io.cellmonitor.simulate.Way.MadeMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Collects the steps of one student, with what is true of them. */
final class Steps {

    private final Student student;
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private final List<MadeMistake> mistakes = new ArrayList<>();
    private Lesson lesson = Lesson.recursion();
    private String path = "";
    private int executionCount;
    private double pause = 1;

    Steps(Student student, SplittableRandom random) {
        this.student = student;
        this.random = random;
    }

    void opens(Lesson opened) {
        lesson = opened;
        path = student.copy().formatted(opened.notebookPath().replace(".ipynb", ""));
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 0; i < student.ownCells(); i++) {
            cells.add(Map.of("id", "own-%d-%d-%s".formatted(student.number(), i, path.hashCode()), "type", "code"));
        }
        opened.cells().forEach(cell -> cells.add(Map.of("id", cell.id(), "type", "code")));
        step(1, "notebook_opened", Map.of("cells", cells));
    }

    /** Where the cell stands in this student's copy. */
    int index(Cell cell) {
        return cell.index() + student.ownCells();
    }

    /** The number of the step to come. */
    int next() {
        return steps.size();
    }

    void spell(Spell spell) {
        spells.add(spell);
    }

    /** The next run comes after that share of a thinking time. */
    void pause(double share) {
        pause = share;
    }

    /** Thinking times are log-normal: many short ones, a few long. */
    double thinking() {
        return student.pace().thinkingSeconds() * Math.exp(0.6 * random.nextGaussian() - 0.18);
    }

    void fail(Cell cell, Mistake mistake, double seconds) {
        Mistake.Failure failure = mistake.failure(random);
        Map<String, Object> fields = run(cell, failure.code());
        fields.put("hasError", true);
        fields.put("errorName", failure.errorName());
        fields.put("errorMessage", failure.errorMessage());
        fields.put("traceback", failure.traceback());
        mistakes.add(new MadeMistake(next(), cell, mistake.name()));
        step(seconds, "cell_error", fields);
    }

    void succeed(Cell cell) {
        succeed(cell, pause * thinking());
        pause = 1;
    }

    /** An earlier cell once more. */
    void runsAgain(int index, double seconds) {
        succeed(lesson.cells().get(index), seconds);
    }

    private void succeed(Cell cell, double seconds) {
        Map<String, Object> fields = run(cell, cell.solution());
        fields.put("hasError", false);
        fields.put("result", cell.output());
        step(seconds, "cell_executed", fields);
    }

    private Map<String, Object> run(Cell cell, String code) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cellId", cell.id());
        fields.put("cellIndex", index(cell));
        fields.put("cellType", "code");
        fields.put("code", code);
        fields.put("executionCount", ++executionCount);
        fields.put("executionDurationMs", 5 + random.nextInt(900));
        return fields;
    }

    void step(double seconds, String type, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (!path.isEmpty()) {
            all.put("notebookPath", path);
        }
        all.putAll(fields);
        steps.add(new Step(seconds, type, all));
    }

    Way way() {
        return new Way(List.copyOf(steps), List.copyOf(spells), List.copyOf(mistakes));
    }
}
