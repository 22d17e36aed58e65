package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** How each student stood when last looked at, and when time alone changes the next of them. */
final class ShownStandings {

    private final StandingRules rules;
    private final Map<UUID, Standing> shown = new HashMap<>();
    private Instant nextChange = Instant.MAX;

    ShownStandings(StandingRules rules) {
        this.rules = rules;
    }

    /** Looks at a student; true when they stand otherwise than before. */
    boolean look(Student student, Instant now) {
        Standing standing = rules.of(student, now);
        Instant next = rules.nextChange(student, now);
        if (next != null && next.isBefore(nextChange)) {
            nextChange = next;
        }
        return !Objects.equals(standing, shown.put(student.id(), standing));
    }

    /** How a student stood when last looked at. */
    Standing of(UUID student) {
        return Objects.requireNonNull(shown.get(student));
    }

    /** Whether somebody may stand otherwise by now. */
    boolean isLookDue(Instant now) {
        return !now.isBefore(nextChange);
    }

    /** All are about to be looked at. */
    void lookAtAll() {
        nextChange = Instant.MAX;
    }

    /** Nobody knows when the next changes: a look is due at once. */
    void lookSoon() {
        nextChange = Instant.MIN;
    }

    void clear() {
        shown.clear();
        nextChange = Instant.MAX;
    }
}
