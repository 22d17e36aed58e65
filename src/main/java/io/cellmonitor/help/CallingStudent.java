package io.cellmonitor.help;

import io.cellmonitor.access.Sender;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;

/** The student who calls. */
final class CallingStudent {

    private CallingStudent() {}

    /** Throws a 401 when it is none: the role lets nobody else pass. */
    static StudentSubject of(SecurityIdentity identity) {
        return Sender.of(identity)
                .map(Sender::student)
                .orElseThrow(() -> Problem.unauthorized("A student's token is needed."));
    }
}
