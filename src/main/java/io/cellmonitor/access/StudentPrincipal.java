package io.cellmonitor.access;

import java.security.Principal;
import java.util.UUID;

/**
 * Who calls with a student's token: a student, in one class. Its name is an id, never a name: it may be logged.
 *
 * @param studentId the pseudonym, as in {@code users.id} and in every event of the student
 * @param classId the class that the token is for
 */
public record StudentPrincipal(UUID studentId, UUID classId) implements Principal {

    @Override
    public String getName() {
        return studentId.toString();
    }
}
