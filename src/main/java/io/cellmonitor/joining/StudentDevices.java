package io.cellmonitor.joining;

import io.cellmonitor.access.Secret;
import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.access.StudentSubject;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Students' devices in PostgreSQL. What writes wants a connection that acts for the student or a teacher of the class. */
@ApplicationScoped
class StudentDevices {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String INSERT = """
            insert into student_devices (id, class_id, user_id, username, display_name, verified, secret_hash)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String BY_SECRET = """
            select id, class_id, username, display_name, verified from student_devices where secret_hash = $1""";

    private final Pool reader;

    /** {@code reader}: a secret is looked up before it is known whose it is. */
    StudentDevices(@ReactiveDataSource("reader") Pool reader) {
        this.reader = reader;
    }

    /** The device of a secret; empty when there is none, or it was revoked. */
    Uni<Optional<StudentDevice>> find(Secret secret) {
        return reader.preparedQuery(BY_SECRET)
                .execute(Tuple.tuple().addBuffer(Buffer.buffer(secret.hash())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(StudentDevices::device))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Makes a device; answers its secret. */
    static Uni<Secret> add(SqlConnection connection, StudentSubject subject, boolean verified) {
        Secret secret = Secret.random("cmd_");
        StudentPrincipal student = subject.principal();
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(UUID.randomUUID())
                        .addUUID(student.classId())
                        .addUUID(student.studentId())
                        .addString(subject.username())
                        .addString(Base64.getEncoder().encodeToString(subject.sealedName()))
                        .addBoolean(verified)
                        .addBuffer(Buffer.buffer(secret.hash())))
                .replaceWith(secret);
    }

    /** Whether the student has a device in the class. */
    static Uni<Boolean> has(SqlConnection connection, StudentPrincipal student) {
        return connection
                .preparedQuery("select 1 from student_devices where class_id = $1 and user_id = $2 limit 1")
                .execute(Tuple.of(student.classId(), student.studentId()))
                .map(rows -> rows.size() > 0);
    }

    /** Revokes all devices of the student in the class. */
    static Uni<Void> remove(SqlConnection connection, StudentPrincipal student) {
        return connection
                .preparedQuery("delete from student_devices where class_id = $1 and user_id = $2")
                .execute(Tuple.of(student.classId(), student.studentId()))
                .replaceWithVoid();
    }

    private static StudentDevice device(Row row) {
        byte[] sealedName = Base64.getDecoder().decode(row.getString("display_name"));
        return new StudentDevice(
                row.getUUID("id"),
                new StudentSubject(row.getString("username"), row.getUUID("class_id"), sealedName),
                row.getBoolean("verified"));
    }
}
