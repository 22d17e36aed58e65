package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.cellmonitor.seal.SealedText;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rosters as teachers keep them: sealed at rest (promise 11), seen by those alone who teach the class. Two thousand students are sealed and
 * opened off the event loop; who writes a roster does so alone.
 */
@ApplicationScoped
class Rosters {

    /** How many students a class has at most. */
    static final int MOST = 2000;

    private static final String INSERT = """
            insert into roster_entries (class_id, user_id, student_number, display_name)
            select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[])
            on conflict (class_id, user_id) do update
            set student_number = excluded.student_number, display_name = excluded.display_name""";

    private static final String LIST = """
            select r.user_id, r.student_number, r.display_name,
                   exists (select from student_devices d where d.class_id = r.class_id and d.user_id = r.user_id) as joined
            from roster_entries r where r.class_id = $1""";

    private static final String COUNT = "select count(*) from roster_entries where class_id = $1";

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

    /** Puts these in the place of the roster that was, all or none. Fails with a problem that names the first entry whose number another has. */
    Uni<Void> replace(UUID teacher, JoinedClass monitored, List<RosterResource.NewEntry> entries) {
        return sealed(monitored, entries)
                .invoke(Rosters::requireOnce)
                .chain(rows -> alone(
                        teacher,
                        monitored.id(),
                        connection -> connection
                                .preparedQuery("delete from roster_entries where class_id = $1")
                                .execute(Tuple.of(monitored.id()))
                                .chain(() -> insert(connection, monitored.id(), rows))));
    }

    /** A transaction in which nobody else writes this roster. */
    <T> Uni<T> alone(UUID teacher, UUID classId, Function<SqlConnection, Uni<T>> work) {
        return asCaller.alone(teacher, "roster:" + classId, work);
    }

    /** Entries as they rest, by column. */
    record SealedEntries(UUID[] students, String[] numbers, String[] names) {}

    /** Seals these off the event loop. */
    Uni<SealedEntries> sealed(JoinedClass monitored, List<RosterResource.NewEntry> entries) {
        return Uni.createFrom()
                .item(() -> seal(monitored, entries))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private SealedEntries seal(JoinedClass monitored, List<RosterResource.NewEntry> entries) {
        int size = entries.size();
        SealedEntries sealed = new SealedEntries(new UUID[size], new String[size], new String[size]);
        for (int i = 0; i < size; i++) {
            String number = String.valueOf(StudentNumbers.normal(entries.get(i).studentNumber()));
            UUID student = student(monitored, number);
            byte[] name = names.seal(student, entries.get(i).name().strip());
            sealed.students()[i] = student;
            sealed.numbers()[i] = String.valueOf(texts.seal(number, place(monitored.id(), student)));
            sealed.names()[i] = Base64.getEncoder().encodeToString(name);
        }
        return sealed;
    }

    private static void requireOnce(SealedEntries entries) {
        Set<UUID> students = new HashSet<>();
        for (int i = 0; i < entries.students().length; i++) {
            if (!students.add(entries.students()[i])) {
                throw Problem.invalid(
                        "entries[" + i + "].studentNumber", "Another entry has this number.", "once in a roster");
            }
        }
    }

    /** Nobody's order. */
    Uni<List<RosterResource.EntryView>> list(UUID teacher, UUID classId) {
        return asCaller.run(
                        teacher, connection -> connection.preparedQuery(LIST).execute(Tuple.of(classId)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> view(classId, row))
                        .toList());
    }

    /** Puts {@link #sealed} entries beside the roster that is, or in the place of their like. Fails with a problem when these are too many. */
    Uni<Void> merge(SqlConnection connection, UUID classId, SealedEntries entries) {
        return insert(connection, classId, entries)
                .chain(() -> connection.preparedQuery(COUNT).execute(Tuple.of(classId)))
                .invoke(counted -> refuseTooMany(counted.iterator().next().getLong(0)))
                .replaceWithVoid();
    }

    /** Throws a problem when a class cannot have so many students. */
    static void refuseTooMany(long students) {
        if (students > MOST) {
            throw Problem.invalid(
                    "body",
                    "The roster would have " + students + " students.",
                    "max " + MOST + " students with those who are on it");
        }
    }

    /** Who a student number is in a class. */
    UUID student(JoinedClass monitored, String number) {
        return Pseudonym.of(RosterEntries.username(index, monitored, number));
    }

    private static Uni<Void> insert(SqlConnection connection, UUID classId, SealedEntries entries) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(classId, entries.students(), entries.numbers(), entries.names()))
                .replaceWithVoid();
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
