package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise 11: an error's shape is plain, so it holds no student's words. */
class ErrorShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NameError|name 'hanako' is not defined|NameError: name … is not defined",
                "NameError|NameError: name 'hanako' is not defined. Did you mean: 'hanae'?|NameError: name … is not defined. Did you mean: …?",
                "SyntaxError|SyntaxError: expected ':' (1850221797.py, line 2)|SyntaxError: expected …",
                "SyntaxError|invalid syntax (1850221797.py, line 1)|SyntaxError: invalid syntax",
                "SyntaxError|unterminated string literal (detected at line 3) (17.py, line 3)|SyntaxError: unterminated string literal (detected at line …)",
                "TypeError|unsupported operand type(s) for +: 'int' and 'Hanako'|TypeError: unsupported operand type(s) for …: … and …",
                "TypeError|greet() missing 1 required positional argument: 'hanako'|TypeError: … missing … required positional argument: …",
                "ValueError|invalid literal for int() with base 10: '花子'|ValueError: invalid literal for int() with base …: …",
                "KeyError|'hanako'|KeyError",
                "ValueError|my name is Hanako|ValueError",
                "HanakoError|division by zero|Other",
                "ZeroDivisionError|division by zero|ZeroDivisionError: division by zero",
            })
    void keepsOnlyFixedText(String name, String message, String shape) {
        assertThat(ErrorShape.of(name, message)).isEqualTo(shape);
    }

    @Test
    void nothingHasNoShape() {
        assertThat(ErrorShape.of(null, null)).isNull();
        assertThat(ErrorShape.of(null, "")).isNull();
        assertThat(ErrorShape.of(null, "Hanako was here")).isEqualTo("Other");
        assertThat(ErrorShape.of("ValueError", null)).isEqualTo("ValueError");
    }

    @Test
    void everyShippedPatternIsOfAKnownNameAndReachable() {
        for (String line : ResourceLines.of("/event/error-messages.txt")) {
            String name = line.substring(0, line.indexOf(": "));
            String message = line.substring(name.length() + 2).replace("{}", "Hanako");
            assertThat(KnownErrorNames.plain(name)).isEqualTo(name);
            assertThat(ErrorShape.of(name, message))
                    .startsWith(name + ": ")
                    .doesNotContain("Hanako")
                    .hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void unknownNamesAreOther() {
        assertThat(KnownErrorNames.plain("ParserError")).isEqualTo("ParserError");
        assertThat(KnownErrorNames.plain("YamadaHanako")).isEqualTo("Other");
        assertThat(KnownErrorNames.plain("")).isNull();
    }
}
