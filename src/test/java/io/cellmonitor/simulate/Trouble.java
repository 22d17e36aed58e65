package io.cellmonitor.simulate;

import io.cellmonitor.simulate.Spell.Kind;
import java.util.Map;
import java.util.SplittableRandom;

/** Gets a student into trouble in a cell, and out of it or not. */
final class Trouble {

    /** Somebody who is stuck is so for minutes, or it was nothing. */
    private static final double SHORTEST = 240;

    private static final double LONGEST = 1_500;

    private final Steps way;
    private final Student student;
    private final SplittableRandom random;
    private final Cell cell;
    private double seconds;
    private int runs;
    private int vain = -1;

    Trouble(Steps way, Student student, SplittableRandom random, Cell cell) {
        this.way = way;
        this.student = student;
        this.random = random;
        this.cell = cell;
    }

    /** A slip, seen at once: one or two runs. */
    void slips() {
        Mistake mistake = Mistake.TYPOS.get(random.nextInt(Mistake.TYPOS.size()));
        int first = way.next();
        int times = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            fail(mistake, i == 0 ? way.thinking() : 0.5 * way.thinking());
        }
        way.pause(0.5);
        way.spell(spell(Kind.SLIP, mistake, first, -1, false));
    }

    /** Three to five tries in quick succession, then it works. */
    void puzzles() {
        Mistake mistake = Mistake.TYPOS.get(random.nextInt(Mistake.TYPOS.size()));
        int first = way.next();
        int times = 3 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            fail(mistake, i == 0 ? way.thinking() : Math.min(40, 0.5 * way.thinking()));
        }
        way.pause(0.5);
        way.spell(spell(Kind.PUZZLED, mistake, first, -1, false));
    }

    /** Minutes of trying. True when the cell is solved in the end; else they go on without it. */
    boolean isStuckAndSolvesIt() {
        Mistake mistake = Mistake.HARD.get(random.nextInt(Mistake.HARD.size()));
        double willing = Math.min(LONGEST, SHORTEST - 420 * Math.log(1 - random.nextDouble()));
        double asking = student.asks() ? 60 + 300 * random.nextDouble() : Double.MAX_VALUE;
        int first = way.next();
        fail(mistake, way.thinking());
        seconds = 0;
        while (seconds < Math.min(willing, asking)) {
            tryAgain(mistake);
        }
        if (seconds < asking) {
            boolean solves = random.nextDouble() < 0.7;
            way.spell(spell(Kind.STUCK, mistake, first, -1, false));
            return solves;
        }
        return asks(mistake, first);
    }

    private boolean asks(Mistake mistake, int first) {
        int asked = way.next();
        boolean helped = random.nextDouble() < 0.7;
        Map<String, Object> place = Map.of("cellId", cell.id(), "cellIndex", way.index(cell));
        way.step(
                5,
                "help",
                Map.of("cellId", cell.id(), "cellIndex", way.index(cell), "metadata", Map.of("message", "再帰がわかりません")));
        way.step(helped ? 60 + 240 * random.nextDouble() : 240, "help_stop", place);
        if (!helped) {
            tryAgain(mistake);
        }
        way.spell(spell(Kind.STUCK, mistake, first, asked, helped));
        return helped || random.nextBoolean();
    }

    /** Mostly the same again; at times something else, an earlier cell, or a long look at it. */
    private void tryAgain(Mistake mistake) {
        double gap = way.thinking() * (random.nextInt(8) == 0 ? 2.5 : 1);
        seconds += gap;
        int what = random.nextInt(10);
        if (what == 0) {
            fail(Mistake.TYPOS.get(random.nextInt(Mistake.TYPOS.size())), gap);
        } else if (what == 1 && cell.index() > 0) {
            way.runsAgain(cell.index() - 1, gap);
        } else {
            fail(mistake, gap);
        }
    }

    private void fail(Mistake mistake, double gap) {
        vain = runs == 1 ? way.next() : vain;
        way.fail(cell, mistake, gap);
        runs++;
    }

    /** It ends with the run that follows. */
    private Spell spell(Kind kind, Mistake mistake, int first, int asked, boolean helped) {
        return new Spell(kind, cell, mistake.name(), first, Math.max(first, vain), way.next(), runs, asked, helped);
    }
}
