package io.cellmonitor.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A wrong way to write a cell: the code as a student runs it and what Python answers. {@code {name}} and {@code {number}} are everybody's own:
 * the mistake is the same.
 */
record Mistake(String name, String code, String errorName, String errorMessage) {

    private static final List<String> NAMES = List.of(
            "total", "goukei", "kotae", "data", "result", "atai", "x1", "my_list", "sum_of_all", "値", "num", "acc");

    /** What happens in any cell. */
    static final List<Mistake> TYPOS = List.of(
            new Mistake(
                    "missing-parenthesis",
                    "print('合計:', {name}",
                    "SyntaxError",
                    "'(' was never closed ({number}.py, line 1)"),
            new Mistake("unknown-name", "print({name})", "NameError", "name '{name}' is not defined"),
            new Mistake(
                    "full-width-quote",
                    "print(’こんにちは {name}’)",
                    "SyntaxError",
                    "invalid character '’' (U+2019) ({number}.py, line 1)"),
            new Mistake(
                    "indentation",
                    "for {name} in range(3):\nprint({name})",
                    "IndentationError",
                    "expected an indented block after 'for' statement on line 1 ({number}.py, line 2)"),
            new Mistake(
                    "text-plus-number",
                    "'{name}: ' + {number}",
                    "TypeError",
                    "can only concatenate str (not \"int\") to str"));

    /** What many get stuck on in the hard cells of a notebook. */
    static final List<Mistake> HARD = List.of(
            new Mistake(
                    "base-case",
                    "def fact({name}):\n    return {name} * fact({name} - 1)\nfact(5)",
                    "RecursionError",
                    "maximum recursion depth exceeded"),
            new Mistake(
                    "no-return",
                    "def fact(n):\n    if n == 0:\n        1\n    else:\n        n * fact(n - 1)\nassert fact(5) == 120",
                    "AssertionError",
                    ""),
            new Mistake(
                    "wrong-answer",
                    "def fact({name}):\n    return {name} + {number}\nassert fact(5) == 120",
                    "AssertionError",
                    ""),
            new Mistake(
                    "nothing-returned",
                    "def fact({name}):\n    if {name} > 0:\n        return {name} * fact({name} - 1)\nfact(5)",
                    "TypeError",
                    "unsupported operand type(s) for *: 'int' and 'NoneType'"),
            new Mistake(
                    "wrong-key", "{name} = {'a': 1}\nprint({name}['{name}{number}'])", "KeyError", "'{name}{number}'"),
            new Mistake(
                    "text-is-no-number",
                    "int('{name}')",
                    "ValueError",
                    "invalid literal for int() with base 10: '{name}'"),
            new Mistake(
                    "off-by-one",
                    "{name} = [1, 2, 3]\nfor i in range(4):\n    print({name}[i])",
                    "IndexError",
                    "list index out of range"));

    /** One run of it, with names and numbers of its own. Python guesses another name at times. */
    Failure failure(RandomGenerator random) {
        String own = NAMES.get(random.nextInt(NAMES.size())) + (random.nextInt(3) == 0 ? random.nextInt(10) : "");
        String number = Integer.toString(random.nextInt(1_000_000, 2_000_000_000));
        boolean guesses = errorName.equals("NameError") && random.nextInt(3) == 0;
        String message = fill(errorMessage, own, number) + (guesses ? ". Did you mean: '" + own + "s'?" : "");
        String written = (random.nextBoolean() ? "" : "\n") + fill(code, own, number);
        return new Failure(written, errorName, message);
    }

    private static String fill(String template, String own, String number) {
        return template.replace("{name}", own).replace("{number}", number);
    }

    /** What a student ran and what Python answered. */
    record Failure(String code, String errorName, String errorMessage) {

        String traceback() {
            return "Traceback (most recent call last):\n  Cell In[1], line 1\n    "
                    + code.strip().lines().findFirst().orElse("") + "\n" + errorName + ": " + errorMessage;
        }
    }
}
