package io.cellmonitor.roster;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Student numbers as people type them. */
public final class StudentNumbers {

    private StudentNumbers() {}

    /** Without blanks around it, full-width letters and digits as plain ones; null for none. */
    public static @Nullable String normal(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /** What a roster may have in place of a number that was typed, the likeliest first: it may write letters in another case. */
    static List<String> spellings(String number) {
        return Stream.of(number, number.toUpperCase(Locale.ROOT), number.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
