package io.cellmonitor.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hint to be sent.
 *
 * @param students for whom; each gets one
 * @param notebook and {@code cellId}: what it is about, if anything
 */
public record NewHint(
        List<UUID> students,
        String text,
        @JsonProperty("notebook_id") @Nullable UUID notebook,
        @JsonProperty("cell_id") @Nullable String cellId) {

    static final int MOST_STUDENTS = 500;
    static final int MOST_TEXT = 2_000;
    static final int MOST_CELL_ID = 128;

    /** Itself, each student once; throws a problem that names the member and its limit. It is checked behind who may, not before. */
    NewHint checked() {
        if (students == null || students.isEmpty() || students.size() > MOST_STUDENTS || hasNull()) {
            throw Problem.invalid("students", "students is missing or not of its size.", "1 to 500 ids");
        }
        if (text == null || text.isBlank() || text.codePointCount(0, text.length()) > MOST_TEXT || !isStorable(text)) {
            throw Problem.invalid(
                    "text",
                    "text is missing or cannot be stored.",
                    "1 to 2000 code points, no U+0000, no lone surrogates");
        }
        if (cellId != null && (cellId.isEmpty() || cellId.length() > MOST_CELL_ID || !isStorable(cellId))) {
            throw Problem.invalid("cell_id", "cell_id cannot be stored.", "1 to 128 characters");
        }
        return new NewHint(List.copyOf(new LinkedHashSet<>(students)), text, notebook, cellId);
    }

    private boolean hasNull() {
        return students.stream().anyMatch(Objects::isNull);
    }

    private static boolean isStorable(String said) {
        return said.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
    }
}
