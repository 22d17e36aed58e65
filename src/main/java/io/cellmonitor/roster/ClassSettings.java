package io.cellmonitor.roster;

import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.access.Transactions;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a class asks of those who join it. */
@ApplicationScoped
class ClassSettings {

    private final CachedClassDirectory directory;
    private final JoinedStudents students;

    ClassSettings(CachedClassDirectory directory, JoinedStudents students) {
        this.directory = directory;
        this.students = students;
    }

    /** Whether students must agree before anything is sent; other instances hear of it within 30 s. */
    Uni<Void> requireConsent(UUID id, boolean required) {
        return Transactions.write(() -> ClassEntity.update("consentRequired = ?1 where id = ?2", required, id))
                .chain(directory::renew);
    }

    /**
     * The name space of the class's students' numbers; null for one of its own. Fails with a problem: 404 without the class, 409 when it has
     * students already, who would become others.
     */
    Uni<Void> setRealm(UUID id, @Nullable String realm) {
        return students.areThere(id)
                .invoke(there -> {
                    if (there) {
                        throw Problem.conflict("realm", "The class has students already, who would become others.");
                    }
                })
                .chain(() -> Transactions.write(() -> ClassEntity.update("realm = ?1 where id = ?2", realm, id)))
                .invoke(rows -> {
                    if (rows == 0) {
                        throw Problem.notFound("There is no such class.");
                    }
                })
                .replaceWithVoid();
    }
}
