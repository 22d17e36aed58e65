package io.cellmonitor.roster;

import io.cellmonitor.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The text of a CSV file as people save them: nobody says in what characters, or between what the values stand. */
final class CsvText {

    /** Shift_JIS as Excel writes it. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** ISO-2022-JP, as mail programs write Japanese, has it before each change of characters, and is valid UTF-8 that says nothing. */
    private static final char ESCAPE = '\u001B';

    private CsvText() {}

    /** UTF-8 where that is possible (which Shift_JIS hardly ever is), without its mark. Throws a problem for what is neither. */
    static String decode(byte[] bytes) {
        for (Charset charset : CHARSETS) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf(ESCAPE) >= 0) {
                    break;
                }
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException other) {
                // The next one.
            }
        }
        throw Problem.invalid("body", "The file is in no known characters.", "UTF-8 or Shift_JIS");
    }

    /** What stands most often in the first line that is not empty; a comma when nothing does. */
    static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return DELIMITERS.stream()
                .max(Comparator.comparingLong((Character delimiter) -> count(first, delimiter))
                        .thenComparing(delimiter -> -DELIMITERS.indexOf(delimiter)))
                .orElseThrow();
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(letter -> letter == delimiter).count();
    }
}
