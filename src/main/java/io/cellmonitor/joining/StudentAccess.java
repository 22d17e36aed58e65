package io.cellmonitor.joining;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.access.StudentPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Takes a student's access to a class away and gives it back. */
@ApplicationScoped
class StudentAccess {

    private static final String BLOCK = """
            insert into student_revocations (class_id, user_id, revoked_at, blocked) values ($1, $2, $3, true)
            on conflict (class_id, user_id) do update set revoked_at = excluded.revoked_at, blocked = true""";

    private static final String ALLOW =
            "update student_revocations set blocked = false where class_id = $1 and user_id = $2";

    private final AsCaller asCaller;
    private final CachedClassDirectory directory;

    StudentAccess(AsCaller asCaller, CachedClassDirectory directory) {
        this.asCaller = asCaller;
        this.directory = directory;
    }

    Uni<Void> set(UUID teacher, StudentPrincipal student, boolean allowed) {
        return asCaller.run(teacher, connection -> allowed ? allow(connection, student) : block(connection, student))
                .chain(directory::renew);
    }

    private static Uni<Void> block(SqlConnection connection, StudentPrincipal student) {
        return StudentDevices.remove(connection, student)
                .chain(() -> connection
                        .preparedQuery(BLOCK)
                        // By the clock that stands in tokens.
                        .execute(Tuple.of(
                                student.classId(),
                                student.studentId(),
                                OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static Uni<Void> allow(SqlConnection connection, StudentPrincipal student) {
        return connection
                .preparedQuery(ALLOW)
                .execute(Tuple.of(student.classId(), student.studentId()))
                .replaceWithVoid();
    }
}
