package io.cellmonitor.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the last senders' students are: a student's pseudonym and sealed name are made once, not for each event. A name that stays the same also
 * stays the same bytes, so that PostgreSQL need not write it again. Bounded; in memory alone. Safe from any thread.
 */
final class KnownStudents {

    private static final long MOST = 20_000;
    private static final Duration UNSEEN = Duration.ofMinutes(30);
    private static final byte[] UNKNOWN_NAME = {};

    /**
     * A student.
     *
     * @param username the blind index
     * @param sealedName empty when the sender gave none; not to be changed
     */
    record KnownStudent(UUID id, String username, byte[] sealedName) {

        /** As a token says. */
        static KnownStudent of(StudentSubject subject) {
            return new KnownStudent(subject.principal().studentId(), subject.username(), subject.sealedName());
        }
    }

    private record Said(String realm, StudentClaim claim, String name) {}

    private final BlindIndex index;
    private final Names names;
    private final Cache<Said, KnownStudent> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNSEEN).build();

    KnownStudents(BlindIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    /** {@code realm}: the name space in which the claim is read. */
    KnownStudent find(String realm, StudentClaim claim, @Nullable String name) {
        Said said = new Said(realm, claim, name == null || name.isBlank() ? "" : name);
        return known.get(said, this::make);
    }

    private KnownStudent make(Said said) {
        String username =
                index.ofStudent(said.realm(), said.claim().kind(), said.claim().value());
        UUID student = Pseudonym.of(username);
        byte[] sealedName = said.name().isEmpty() ? UNKNOWN_NAME : names.seal(student, said.name());
        return new KnownStudent(student, username, sealedName);
    }
}
