package io.cellmonitor.simulate;

import java.util.List;
import java.util.stream.IntStream;

/** The notebook that the class works through. */
record Lesson(String notebookPath, List<Cell> cells) {

    private static final int CELLS = 12;
    private static final int HARD_CELL = 6;

    /** Loops, functions, recursion: twelve cells, the seventh is the hard one. */
    static Lesson recursion() {
        return new Lesson(
                "lesson3.ipynb",
                IntStream.range(0, CELLS).mapToObj(Lesson::cell).toList());
    }

    private static Cell cell(int index) {
        String id = "cell-%02d".formatted(index);
        if (index == HARD_CELL) {
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
