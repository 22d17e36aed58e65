package io.cellmonitor.history;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Membership;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/** Who asks for the history of a class, and where that class is taught. */
@ApplicationScoped
public class HistoryCaller {

    private final Membership membership;
    private final ClassDirectory classes;
    private final SecurityIdentity identity;

    HistoryCaller(Membership membership, ClassDirectory classes, SecurityIdentity identity) {
        this.membership = membership;
        this.classes = classes;
        this.identity = identity;
    }

    /** The caller, who teaches or assists the class; throws the problems of {@link Membership#requireTeacherOf}. */
    public UUID teacherOf(UUID classId) {
        return membership.requireTeacherOf(identity, classId).user();
    }

    /** The zone of a class. */
    public ZoneId zone(UUID classId) {
        return classes.find(classId)
                .map(MonitoredClass::zone)
                .orElseThrow(() -> Problem.notFound("There is no such class."));
    }
}
