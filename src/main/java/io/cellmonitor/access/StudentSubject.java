package io.cellmonitor.access;

import io.cellmonitor.seal.Pseudonym;
import java.util.UUID;

/**
 * The student that a token is about (promise 8). It holds no name that could be read without the keys.
 *
 * @param username the keyed blind index of who it is, as {@code users.username} holds it; the pseudonym is made from it
 * @param classId the class that the token is for
 * @param sealedName the name that teachers see, sealed for {@code users.display_name} of this student; not to be changed
 */
public record StudentSubject(String username, UUID classId, byte[] sealedName) {

    /** The student and the class. */
    public StudentPrincipal principal() {
        return new StudentPrincipal(Pseudonym.of(username), classId);
    }

    @Override
    public String toString() {
        return "StudentSubject[" + principal() + "]";
    }
}
