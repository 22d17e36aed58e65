package io.cellmonitor.roster;

import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.access.RowLevelSecurity;
import io.cellmonitor.access.SignInSessions;
import io.cellmonitor.access.TaughtClass;
import io.cellmonitor.access.Transactions;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Makes classes and their join codes. */
@ApplicationScoped
public class Classes {

    /** A code that is taken is drawn again: with 244 million codes, five draws always do. */
    private static final int DRAWS = 5;

    /** Of one teacher: every instance holds all classes in memory. */
    static final int MOST = 500;

    private final CachedClassDirectory directory;
    private final SignInSessions sessions;

    Classes(CachedClassDirectory directory, SignInSessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    /** Makes a class whose teacher is {@code teacher}; fails when there already is one of this id, with a 409 problem for one too many. */
    public Uni<TaughtClass> create(UUID id, String name, String zone, UUID teacher) {
        return drawing(() -> insert(id, name, zone, teacher))
                .invoke(() -> sessions.forget(teacher))
                .call(directory::renew);
    }

    /** Makes the class unless it is there, and {@code teacher} a teacher of it. Several instances may do so at once. */
    Uni<Void> createIfMissing(UUID id, String name, String zone, UUID teacher) {
        return Transactions.read(() -> ClassEntity.findById(id))
                .flatMap(found -> found == null
                        ? create(id, name, zone, teacher)
                                .replaceWithVoid()
                                .onFailure(ConstraintViolationException.class)
                                .recoverWithNull()
                        : Uni.createFrom().voidItem())
                .chain(() -> enrol(id, teacher));
    }

    /** Gives the class a new join code; the old one is void at once. */
    Uni<TaughtClass> rotateJoinCode(UUID id) {
        return drawing(() -> ClassEntity.<ClassEntity>findById(id).map(row -> {
            row.joinCode = JoinCode.random();
            return row;
        }));
    }

    private Uni<ClassEntity> insert(UUID id, String name, String zone, UUID teacher) {
        ClassEntity row = new ClassEntity();
        row.id = id;
        row.name = name;
        row.zone = zone;
        row.joinCode = JoinCode.random();
        return RowLevelSecurity.actAs(teacher)
                .chain(() -> Enrolment.count("userId", teacher))
                .invoke(taught -> {
                    if (taught >= MOST) {
                        throw Problem.conflict("name", "You teach " + MOST + " classes already.");
                    }
                })
                .chain(row::<ClassEntity>persistAndFlush)
                .call(() -> enrolment(id, teacher).persist());
    }

    private static Uni<Void> enrol(UUID id, UUID teacher) {
        return Transactions.write(() -> RowLevelSecurity.actAs(teacher)
                        .chain(() -> Enrolment.count("classId = ?1 and userId = ?2", id, teacher))
                        .chain(count -> count > 0
                                ? Uni.createFrom().voidItem()
                                : enrolment(id, teacher).persistAndFlush().replaceWithVoid()))
                .onFailure(ConstraintViolationException.class)
                .recoverWithNull();
    }

    private static Enrolment enrolment(UUID id, UUID teacher) {
        Enrolment enrolment = new Enrolment();
        enrolment.classId = id;
        enrolment.userId = teacher;
        enrolment.role = "teacher";
        return enrolment;
    }

    private static Uni<TaughtClass> drawing(Supplier<Uni<ClassEntity>> work) {
        return Transactions.write(work::get)
                .map(row -> new TaughtClass(row.id, row.name, row.zone, row.joinCode))
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(DRAWS);
    }
}
