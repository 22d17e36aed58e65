package io.cellmonitor.ingest;

import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.StudentClaim;

/** The place of a claim where a student's token says who it is: the same for all events of one student. */
final class TokenClaim {

    private TokenClaim() {}

    /** Of kind {@code token}, with the blind index for value. */
    static StudentClaim of(StudentSubject subject) {
        return new StudentClaim("token", subject.username());
    }
}
