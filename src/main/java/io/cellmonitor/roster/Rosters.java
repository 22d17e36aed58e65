package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.cellmonitor.seal.SealedText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
    private final SealedText texts;
    private final Names names;

    Rosters(AsCaller asCaller, BlindIndex index, SealedText texts, Names names) {
        this.asCaller = asCaller;
        this.index = index;
        this.texts = texts;
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

    /** Puts these beside the roster that is, or in the place of their like. */
    Uni<Void> merge(SqlConnection connection, JoinedClass monitored, List<RosterResource.NewEntry> entries) {
        return insert(
                connection, entries.stream().map(entry -> row(monitored, entry)).toList());
    }

    /** Who a student number is in a class. */
    UUID student(JoinedClass monitored, String number) {
        return Pseudonym.of(RosterEntries.username(index, monitored, number));
    }

    private static Uni<Void> insert(SqlConnection connection, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    private Tuple row(JoinedClass monitored, RosterResource.NewEntry entry) {
        String number = String.valueOf(StudentNumbers.normal(entry.studentNumber()));
        UUID student = student(monitored, number);
        return Tuple.of(
                monitored.id(),
                student,
                texts.seal(number, place(monitored.id(), student)),
                Base64.getEncoder()
                        .encodeToString(names.seal(student, entry.name().strip())));
    }

    /** Opens a sealed student number; null for null. */
    @Nullable
    String number(UUID classId, UUID student, @Nullable String sealed) {
        return texts.open(sealed, place(classId, student));
    }

    private RosterResource.EntryView view(UUID classId, Row row) {
        UUID student = row.getUUID("user_id");
        return new RosterResource.EntryView(
                student,
                String.valueOf(number(classId, student, row.getString("student_number"))),
                names.open(student, Base64.getDecoder().decode(row.getString("display_name"))),
                row.getBoolean("joined"));
    }

    private static String place(UUID classId, UUID student) {
        return "roster_entries.student_number/" + classId + "/" + student;
    }
}
