package io.cellmonitor.simulate;

import io.cellmonitor.simulate.Spell.Kind;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One student's way through a lesson, decided beforehand by the seed: the same whatever the network does. */
final class WayThrough {

    /** Seconds in which the class arrives. */
    private static final double ARRIVAL = 60;

    private static final double PUZZLES = 0.05;

    private final Student student;
    private final SplittableRandom random;
    private final Steps way;
    private int solved;

    private WayThrough(Student student, long seed) {
        this.student = student;
        this.random = new SplittableRandom(seed * 1_000_033 + student.number());
        this.way = new Steps(student, random);
    }

    static Way way(List<Lesson> lessons, Student student, long seed) {
        WayThrough through = new WayThrough(student, seed);
        through.way.step(ARRIVAL * through.random.nextDouble(), "session_start", Map.of());
        lessons.subList(0, student.silent() ? 1 : lessons.size()).forEach(through::work);
        int gone = through.way.next() + 1;
        through.way.step(10, "notebook_saved", Map.of());
        through.way.step(5, "notebook_closed", Map.of());
        through.way.step(1, "session_end", Map.of());
        through.way.spell(Spell.of(Kind.AWAY, gone, through.way.next() - 1));
        return through.way.way();
    }

    private void work(Lesson lesson) {
        way.opens(lesson);
        solved = 0;
        int cells = student.silent() ? 1 : lesson.cells().size();
        for (Cell cell : lesson.cells().subList(0, cells)) {
            work(cell);
            progress(lesson, cell);
        }
        if (solved == lesson.cells().size()) {
            way.spell(Spell.of(Kind.FINISHED, way.next() - 1, way.next()));
        }
    }

    private void work(Cell cell) {
        boolean solves = true;
        Trouble trouble = new Trouble(way, student, random, cell);
        if (cell.hard() && student.kernelDies()) {
            kernelDies(cell);
        }
        if (cell.hard() && student.struggles()) {
            solves = trouble.isStuckAndSolvesIt();
        } else if (random.nextDouble() < PUZZLES) {
            trouble.puzzles();
        } else if (random.nextDouble() < student.pace().typos()) {
            trouble.slips();
        } else if (cell.index() > 1 && random.nextDouble() < 0.05) {
            way.runsAgain(cell.index() - 1, way.thinking());
        }
        if (solves) {
            way.succeed(cell);
            solved++;
        }
    }

    /** Over when a run finishes again, well or not: then the kernel lives. */
    private void kernelDies(Cell cell) {
        int died = way.next();
        way.step(20, "kernel_died", Map.of());
        way.step(15 + 45 * random.nextDouble(), "kernel_restarted", Map.of());
        way.spell(new Spell(Kind.TECHNICAL, cell, null, died, died, way.next(), 0, -1, false));
    }

    private void progress(Lesson lesson, Cell cell) {
        if (cell.index() % 3 == 2) {
            Map<String, Object> counts = Map.of(
                    "completedCells", solved, "totalCells", lesson.cells().size() + student.ownCells());
            way.step(1, "progress_update", Map.of("metadata", counts));
        }
    }
}
