package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Whether a caller belongs to a class. Every read of class data asks here first; an admin has no special right to students' work. Answers at
 * once, from any thread, for REST and WebSockets alike.
 */
@ApplicationScoped
public class Membership {

    private final ClassDirectory directory;

    Membership(ClassDirectory directory) {
        this.directory = directory;
    }

    /**
     * Lets a teacher or assistant of the class pass. Throws a problem: 401 when nobody is signed in, 403 for a class of others, 404 for one
     * that is not.
     */
    public SignedIn requireTeacherOf(SecurityIdentity identity, UUID classId) {
        SignedIn caller = SignedIn.of(identity).orElseThrow(() -> Problem.unauthorized("Sign in first."));
        if (caller.classes().containsKey(classId)) {
            return caller;
        }
        if (directory.find(classId).isPresent()) {
            throw Problem.forbidden("You do not belong to this class.");
        }
        throw Problem.notFound("There is no such class.");
    }

    /** Lets a teacher of the class pass, not an assistant: for roster and settings. Throws as {@link #requireTeacherOf}. */
    public SignedIn requireOwnerOf(SecurityIdentity identity, UUID classId) {
        SignedIn caller = requireTeacherOf(identity, classId);
        if (!"teacher".equals(caller.classes().get(classId))) {
            throw Problem.forbidden("Only a teacher of the class may do this, not an assistant.");
        }
        return caller;
    }

    /** The classes that the caller belongs to as teacher or assistant. */
    public Set<UUID> classesOf(SecurityIdentity identity) {
        return SignedIn.of(identity).map(caller -> caller.classes().keySet()).orElse(Set.of());
    }
}
