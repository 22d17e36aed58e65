package io.cellmonitor.joining;

import io.cellmonitor.access.Secret;
import io.cellmonitor.access.StudentSubject;
import org.jspecify.annotations.Nullable;

/**
 * A student whom a grant lets in.
 *
 * @param displayName as teachers see it; null when none is known
 * @param verified whether a roster, a hub, a key or a teacher vouches for who it is
 * @param deviceSecret a new one, to be shown once; null when there is none
 */
record Admitted(
        StudentSubject subject,
        @Nullable String displayName,
        boolean verified,
        @Nullable Secret deviceSecret) {

    @Override
    public String toString() {
        return "Admitted[" + subject + "]";
    }
}
