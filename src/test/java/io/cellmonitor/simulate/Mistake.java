package io.cellmonitor.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/** A wrong way to write a cell: the code as the student runs it and what Python answers. */
record Mistake(String name, String code, String errorName, String errorMessage) {

    /** What happens in any cell. */
    static final List<Mistake> TYPOS = List.of(
            new Mistake(
                    "missing-parenthesis", "print('合計:', total", "SyntaxError", "'(' was never closed (%d.py, line 1)"),
            new Mistake("unknown-name", "pritn(total)", "NameError", "name 'pritn' is not defined"),
            new Mistake(
                    "full-width-quote",
                    "print(’こんにちは’)",
                    "SyntaxError",
                    "invalid character '’' (U+2019) (%d.py, line 1)"),
            new Mistake(
                    "indentation",
                    "for i in range(3):\nprint(i)",
                    "IndentationError",
                    "expected an indented block after 'for' statement on line 1 (%d.py, line 2)"),
            new Mistake(
                    "text-plus-number", "'答え: ' + 42", "TypeError", "can only concatenate str (not \"int\") to str"));

    /** What many get stuck on in the hard cell. */
    static final List<Mistake> HARD = List.of(
            new Mistake(
                    "base-case",
                    "def fact(n):\n    return n * fact(n - 1)\nfact(5)",
                    "RecursionError",
                    "maximum recursion depth exceeded"),
            new Mistake(
                    "no-return",
                    "def fact(n):\n    if n == 0:\n        1\n    else:\n        n * fact(n - 1)\nassert fact(5) == 120",
                    "AssertionError",
                    ""),
            new Mistake(
                    "off-by-one",
                    "values = [1, 2, 3]\nfor i in range(4):\n    print(values[i])",
                    "IndexError",
                    "list index out of range"));

    /** The message with the number that Python puts into the name of the cell's file: another at each run. */
    String message(RandomGenerator random) {
        return errorMessage.contains("%d")
                ? errorMessage.formatted(random.nextInt(1_000_000, 2_000_000_000))
                : errorMessage;
    }

    String traceback(RandomGenerator random) {
        return "Traceback (most recent call last):\n  Cell In[1], line 1\n    "
                + code.lines().findFirst().orElse("") + "\n" + errorName + ": " + message(random);
    }
}
