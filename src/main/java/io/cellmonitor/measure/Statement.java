package io.cellmonitor.measure;

import java.util.List;
import java.util.Locale;

/** Tells statements apart by what they do, as far as a label may. */
final class Statement {

    private static final List<String> WRITING = List.of("insert", "update", "delete");
    private static final List<String> KNOWN =
            List.of("select", "insert", "update", "delete", "with", "begin", "commit", "rollback", "set");

    private Statement() {}

    /** The first word of a statement; of one that begins with {@code with}, what it writes, else {@code select}. */
    static String type(String sql) {
        String text = sql.stripLeading();
        for (String word : KNOWN) {
            if (text.regionMatches(true, 0, word, 0, word.length())) {
                return word.equals("with") ? writing(text) : word;
            }
        }
        return "other";
    }

    private static String writing(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WRITING.stream()
                .filter(word -> lower.contains(word + " "))
                .findFirst()
                .orElse("select");
    }
}
