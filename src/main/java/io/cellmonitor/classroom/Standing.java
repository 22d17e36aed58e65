package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a student at an instant.
 *
 * @param since when this state began
 * @param need null when nobody need come
 */
record Standing(
        StudentState state,
        Instant since,
        @Nullable Reason reason,
        boolean active,
        @Nullable Need need) {}
