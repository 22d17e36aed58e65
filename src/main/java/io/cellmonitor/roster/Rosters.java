package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.cellmonitor.seal.Sealer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Rosters as teachers keep them: sealed at rest (promise 11), seen by those alone who teach the class. */
@ApplicationScoped
class Rosters {

    private static final String INSERT = """
            insert into roster_entries (class_id, user_id, student_number, display_name) values ($1, $2, $3, $4)
            on conflict (class_id, user_id) do update
            set student_number = excluded.student_number, display_name = excluded.display_name""";

    private static final String LIST = """
            select r.user_id, r.student_number, r.display_name,
                   exists (select from student_devices d where d.class_id = r.class_id and d.user_id = r.user_id) as joined
            from roster_entries r where r.class_id = $1""";

    private final AsCaller asCaller;
    private final BlindIndex index;
    private final Sealer sealer;
    private final Names names;

    Rosters(AsCaller asCaller, BlindIndex index, Sealer sealer, Names names) {
        this.asCaller = asCaller;
        this.index = index;
        this.sealer = sealer;
        this.names = names;
    }

    /** Puts these in the place of the roster that was, all or none. */
    Uni<Void> replace(UUID teacher, JoinedClass monitored, List<RosterResource.NewEntry> entries) {
        List<Tuple> rows = entries.stream().map(entry -> row(monitored, entry)).toList();
        return asCaller.run(
                teacher,
                connection -> connection
                        .preparedQuery("delete from roster_entries where class_id = $1")
                        .execute(Tuple.of(monitored.id()))
                        .chain(() -> insert(connection, rows)));
    }

    /** Nobody's order. */
    Uni<List<RosterResource.EntryView>> list(UUID teacher, UUID classId) {
        return asCaller.run(
                teacher,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(classId))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> view(classId, row))
                                .toList()));
    }

    private static Uni<Void> insert(SqlConnection connection, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    private Tuple row(JoinedClass monitored, RosterResource.NewEntry entry) {
        String number = String.valueOf(StudentNumbers.normal(entry.studentNumber()));
        UUID student = Pseudonym.of(RosterEntries.username(index, monitored, number));
        byte[] sealedNumber = sealer.seal(number.getBytes(StandardCharsets.UTF_8), place(monitored.id(), student));
        return Tuple.of(
                monitored.id(),
                student,
                Base64.getEncoder().encodeToString(sealedNumber),
                Base64.getEncoder()
                        .encodeToString(names.seal(student, entry.name().strip())));
    }

    private RosterResource.EntryView view(UUID classId, Row row) {
        UUID student = row.getUUID("user_id");
        byte[] number =
                sealer.open(Base64.getDecoder().decode(row.getString("student_number")), place(classId, student));
        return new RosterResource.EntryView(
                student,
                new String(number, StandardCharsets.UTF_8),
                names.open(student, Base64.getDecoder().decode(row.getString("display_name"))),
                row.getBoolean("joined"));
    }

    private static String place(UUID classId, UUID student) {
        return "roster_entries.student_number/" + classId + "/" + student;
    }
}
