package io.cellmonitor.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A notebook that the class works through.
 *
 * @param notebookPath what the teacher called it
 */
record Lesson(String notebookPath, List<Cell> cells) {

    private static final int CELLS = 12;

    /** Loops, functions, recursion: twelve cells, the seventh is the hard one. */
    static Lesson recursion() {
        return lesson("lesson3.ipynb", "cell", Set.of(6));
    }

    /** Lists and dictionaries: twelve cells, two of them hard. */
    static Lesson lists() {
        return lesson("lesson4.ipynb", "list", Set.of(4, 9));
    }

    /** What a class works through in one go. */
    static List<Lesson> day() {
        return List.of(recursion(), lists());
    }

    private static Lesson lesson(String path, String prefix, Set<Integer> hard) {
        List<Cell> cells = new ArrayList<>();
        for (int index = 0; index < CELLS; index++) {
            cells.add(cell("%s-%02d".formatted(prefix, index), index, hard.contains(index)));
        }
        return new Lesson(path, List.copyOf(cells));
    }

    private static Cell cell(String id, int index, boolean hard) {
        if (hard) {
            String solution =
                    "def fact(n):\n    if n == 0:\n        return 1\n    return n * fact(n - 1)\nassert fact(5) == 120\nprint(fact(5))";
            return new Cell(id, index, solution, "120\n", true);
        }
        String solution =
                "total = 0\nfor i in range(%d):\n    total += i  # 足す\nprint('合計:', total)".formatted(index + 2);
        int total = (index + 1) * (index + 2) / 2;
        return new Cell(id, index, solution, "合計: " + total + "\n", false);
    }
}
