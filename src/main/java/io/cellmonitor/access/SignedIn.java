package io.cellmonitor.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in by a session cookie, as it was when last read (at most some seconds ago).
 *
 * @param session the sign-in session; {@link SignedOut} names it when it ends
 * @param user the account's row in {@code users}
 * @param role {@link Roles#TEACHER} or {@link Roles#ADMIN}
 * @param classes the classes that this person belongs to, with the role there: {@code teacher} or {@code assistant}
 * @param expires when the session ends unless it is used
 */
public record SignedIn(
        UUID session,
        UUID user,
        String username,
        String displayName,
        String role,
        Map<UUID, String> classes,
        Instant expires) {

    /** The attribute of a {@link SecurityIdentity} that holds it. */
    public static final String ATTRIBUTE = "cell-monitor.signed-in";

    /** Who is signed in; empty for a sender or an anonymous caller. */
    public static Optional<SignedIn> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    @Override
    public String toString() {
        return "SignedIn[session=" + session + ", user=" + user + ", role=" + role + "]";
    }
}
