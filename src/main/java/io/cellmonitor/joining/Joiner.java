package io.cellmonitor.joining;

import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.access.StudentSubject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gave a join code that is right.
 *
 * @param subject whom they say that they are, with the roster's name or the one given
 * @param hasRoster whether the class has a roster
 * @param isOnRoster whether the number is on it
 * @param studentNumber as given, normal; null when there is none
 * @param name as given; the number without one
 */
record Joiner(
        StudentSubject subject,
        boolean hasRoster,
        boolean isOnRoster,
        @Nullable String studentNumber,
        String name) {

    static final String ALREADY_JOINED = "already_joined";
    static final String NOT_ON_ROSTER = "not_on_roster";

    StudentPrincipal principal() {
        return subject.principal();
    }

    /** Whether nobody need be asked, if nobody joined as this student before. */
    boolean mayBind() {
        return isOnRoster || !hasRoster;
    }

    @Override
    public String toString() {
        return "Joiner[" + principal() + "]";
    }
}
