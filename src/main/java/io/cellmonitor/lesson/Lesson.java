package io.cellmonitor.lesson;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the class was taught.
 *
 * @param lesson of one that a teacher started; null for the others
 * @param title null when nobody gave one
 * @param endedAt exclusive; null while it goes on
 * @param source {@code button} (a teacher started it), {@code timetable}, {@code activity} (students worked, with no gap of 30 minutes)
 */
@Schema(name = "Lesson")
public record Lesson(
        @Nullable UUID lesson,
        @Nullable String title,
        Instant startedAt,
        @Nullable Instant endedAt,
        String source) {

    static final String BUTTON = "button";
    static final String TIMETABLE = "timetable";
    static final String ACTIVITY = "activity";

    /** Whether there is a moment that belongs to both. */
    boolean overlaps(Lesson other) {
        return startsBefore(other.endedAt) && other.startsBefore(endedAt);
    }

    private boolean startsBefore(@Nullable Instant end) {
        return end == null || startedAt.isBefore(end);
    }
}
