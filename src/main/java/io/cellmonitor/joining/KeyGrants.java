package io.cellmonitor.joining;

import io.cellmonitor.access.Sender;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets in whom a trusted key, or the demo's open door, names: the same person as in an event that it sends (promise 8). */
@ApplicationScoped
class KeyGrants {

    private static final byte[] UNKNOWN_NAME = {};

    private final BlindIndex index;
    private final Names names;

    KeyGrants(BlindIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    /** Throws a problem: 401 without a key, 403 for one that may not speak for others, 422 for a class or person that is not said. */
    Admitted admit(TokenRequest wanted, SecurityIdentity identity) {
        Sender sender = Sender.of(identity).orElseThrow(() -> Problem.unauthorized("This grant needs an API key."));
        if (!sender.trusted()) {
            throw Problem.forbidden("Authorization", "The credential may not say who a student is.", "a trusted key");
        }
        UUID classId = classOf(sender, wanted.classId());
        StudentClaim claim = StudentClaim.of(wanted.emailAddress(), wanted.userId(), wanted.userName())
                .orElseThrow(() -> Problem.invalid(
                        "userName", "It is not said who it is.", "one of emailAddress, userId, userName"));
        String username = index.ofStudent(sender.realm(), claim.kind(), claim.value());
        String name = wanted.userName() == null || wanted.userName().isBlank() ? null : wanted.userName();
        byte[] sealedName = name == null ? UNKNOWN_NAME : names.seal(Pseudonym.of(username), name);
        return new Admitted(new StudentSubject(username, classId, sealedName), name, !sender.openDoor(), null);
    }

    private static UUID classOf(Sender sender, @Nullable String classId) {
        if (classId == null || sender.openDoor()) {
            if (sender.classes().size() == 1) {
                return sender.classes().iterator().next();
            }
            throw Problem.invalid("classId", "classId is missing.", "a class that the credential covers");
        }
        return sender.classes().stream()
                .filter(id -> id.toString().equalsIgnoreCase(classId))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "classId", "classId is not covered by the credential.", "a class that the credential covers"));
    }
}
