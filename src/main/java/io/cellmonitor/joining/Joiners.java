package io.cellmonitor.joining;

import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.JoinedClass;
import io.cellmonitor.roster.RosterEntries;
import io.cellmonitor.roster.RosterEntry;
import io.cellmonitor.roster.StudentNumbers;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whom somebody says that they are: by the student number, which a roster may know, else by the name. */
@ApplicationScoped
class Joiners {

    private final RosterEntries roster;
    private final BlindIndex index;
    private final Names names;

    Joiners(RosterEntries roster, BlindIndex index, Names names) {
        this.roster = roster;
        this.index = index;
        this.names = names;
    }

    /** Fails with a 422 problem when neither is given, or the class has a roster and no number is given. */
    Uni<Joiner> of(TokenRequest wanted, JoinedClass monitored) {
        String number = StudentNumbers.normal(wanted.studentNumber());
        String name = wanted.name() == null || wanted.name().isBlank()
                ? null
                : wanted.name().strip();
        if (number == null) {
            return Uni.createFrom().item(withoutNumber(monitored, name));
        }
        return roster.find(monitored, number).map(entry -> withNumber(monitored, number, name, entry));
    }

    /** The name that teachers see. */
    String displayName(Joiner joiner) {
        return names.open(joiner.principal().studentId(), joiner.subject().sealedName());
    }

    private Joiner withoutNumber(JoinedClass monitored, @Nullable String name) {
        if (monitored.hasRoster()) {
            throw Problem.invalid(
                    "student_number", "The class has a roster: give your student number.", "a number of the roster");
        }
        if (name == null) {
            throw Problem.invalid("name", "It is not said who it is.", "student_number, name or both");
        }
        return new Joiner(subject(monitored, new StudentClaim("userName", name), name), false, false, null, name);
    }

    private Joiner withNumber(
            JoinedClass monitored, String number, @Nullable String name, Optional<RosterEntry> entry) {
        String given = name == null ? number : name;
        StudentSubject subject = entry.map(RosterEntry::subject)
                .orElseGet(() -> subject(monitored, new StudentClaim("userId", number), given));
        return new Joiner(subject, monitored.hasRoster(), entry.isPresent(), number, given);
    }

    private StudentSubject subject(JoinedClass monitored, StudentClaim claim, String name) {
        String username = index.ofStudent(monitored.realm(), claim.kind(), claim.value());
        return new StudentSubject(username, monitored.id(), names.seal(Pseudonym.of(username), name));
    }
}
