package io.cellmonitor.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of errors that may be seen in the plain: Python's own and those of common libraries. Any other name is a student's word.
 */
public final class KnownErrorNames {

    /** What stands for every other name. */
    public static final String OTHER = "Other";

    private static final Set<String> KNOWN = Set.copyOf(ResourceLines.of("/event/error-names.txt"));

    private KnownErrorNames() {}

    /** The name if it is known, else {@link #OTHER}; null for none. */
    public static @Nullable String plain(@Nullable String errorName) {
        if (errorName == null || errorName.isEmpty()) {
            return null;
        }
        return KNOWN.contains(errorName) ? errorName : OTHER;
    }
}
