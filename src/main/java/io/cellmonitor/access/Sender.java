package io.cellmonitor.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that may send events.
 *
 * @param credential tells it from all others: the hash of a key; never logged or answered
 * @param realm the name space in which its claims about who somebody is are read
 * @param classes the classes it covers; for the open door just the demo class
 * @param trusted whether the body may say who the student is (promise 8); true for trusted keys and the open door
 * @param openDoor whether it came through the demo's open door: {@code classId} in the body is ignored, and 503 stands for 429
 * @param student the student that the credential itself is about: then the body's claims are not looked at; null for all but a student's token
 */
public record Sender(
        String credential,
        String realm,
        Set<UUID> classes,
        boolean trusted,
        boolean openDoor,
        @Nullable StudentSubject student) {

    /** The attribute of a {@link SecurityIdentity} that holds it. */
    public static final String ATTRIBUTE = "sender";

    /** A sender that is about no one student. */
    public Sender(String credential, String realm, Set<UUID> classes, boolean trusted, boolean openDoor) {
        this(credential, realm, classes, trusted, openDoor, null);
    }

    /** A student, who sends for nobody else. */
    static Sender of(StudentSubject student) {
        return new Sender(student.username(), "", Set.of(student.classId()), false, false, student);
    }

    /** The caller's right to send; empty for a teacher or an anonymous caller. */
    public static Optional<Sender> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
