package io.cellmonitor.note;

import io.cellmonitor.access.AccountName;
import io.cellmonitor.access.AccountNames;
import io.cellmonitor.access.AsCaller;
import io.cellmonitor.access.SignedIn;
import io.cellmonitor.note.NotesResource.NewNote;
import io.cellmonitor.note.NotesResource.Note;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.ClassStudents;
import io.cellmonitor.seal.SealedText;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Notes in PostgreSQL: sealed at rest (promise 11), seen by those alone who teach the class. */
@ApplicationScoped
class Notes {

    /** Of one student in one class. */
    private static final int MOST = 500;

    private static final String LIST = """
            select id, author_id, cell_id, text, created_at from notes
            where class_id = $1 and user_id = $2
            order by created_at desc, id""";

    private static final String INSERT = """
            insert into notes (id, class_id, user_id, author_id, cell_id, text)
            select $1, $2, $3, $4, $5, $6
            where (select count(*) from notes where class_id = $2 and user_id = $3) < $7
            returning created_at""";

    private static final String DELETE = """
            delete from notes where class_id = $1 and user_id = $2 and id = $3 and (author_id = $4 or $5)""";

    private record Kept(UUID id, UUID author, @Nullable String cellId, String text, Instant at) {}

    private final AsCaller asCaller;
    private final AccountNames accounts;
    private final SealedText texts;

    Notes(AsCaller asCaller, AccountNames accounts, SealedText texts) {
        this.asCaller = asCaller;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Fails with a 404 problem for somebody who is no student of the class. */
    Uni<List<Note>> of(UUID caller, UUID classId, UUID student) {
        return asCaller.run(
                        caller,
                        connection -> ClassStudents.require(connection, classId, student)
                                .chain(() -> connection.preparedQuery(LIST).execute(Tuple.of(classId, student))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> kept(student, row))
                        .toList())
                .chain(kept -> accounts.of(authors(kept)).map(names -> notes(caller, kept, names)));
    }

    /** Fails with a problem: 404 for somebody who is no student of the class, 409 when there are too many. */
    Uni<Note> add(SignedIn author, UUID classId, UUID student, NewNote wanted) {
        UUID id = UUID.randomUUID();
        String text = wanted.text().strip();
        Tuple values = Tuple.of(id, classId, student, author.user(), wanted.cellId())
                .addString(texts.seal(text, place(student, id)))
                .addInteger(MOST);
        return asCaller.run(
                        author.user(),
                        connection -> ClassStudents.require(connection, classId, student)
                                .chain(() -> connection.preparedQuery(INSERT).execute(values)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.conflict("text", "There are " + MOST + " notes of this student: delete some.");
                    }
                    Instant at = rows.iterator()
                            .next()
                            .getOffsetDateTime("created_at")
                            .toInstant();
                    return new Note(id, author.displayName(), text, at, wanted.cellId(), true);
                });
    }

    /** Fails with a 404 problem when there is no such note that the caller may take away. */
    Uni<Void> delete(UUID caller, UUID classId, UUID student, UUID note, boolean anybodys) {
        return asCaller.run(
                        caller,
                        connection -> connection
                                .preparedQuery(DELETE)
                                .execute(Tuple.of(classId, student, note, caller, anybodys)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("There is no such note of yours.");
                    }
                })
                .replaceWithVoid();
    }

    private Kept kept(UUID student, Row row) {
        UUID id = row.getUUID("id");
        return new Kept(
                id,
                row.getUUID("author_id"),
                row.getString("cell_id"),
                String.valueOf(texts.open(row.getString("text"), place(student, id))),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Set<UUID> authors(List<Kept> kept) {
        return kept.stream().map(Kept::author).collect(Collectors.toSet());
    }

    private static List<Note> notes(UUID caller, List<Kept> kept, Map<UUID, AccountName> names) {
        return kept.stream()
                .map(note -> {
                    AccountName author = names.get(note.author());
                    return new Note(
                            note.id(),
                            author == null ? null : author.displayName(),
                            note.text(),
                            note.at(),
                            note.cellId(),
                            note.author().equals(caller));
                })
                .toList();
    }

    private static String place(UUID student, UUID note) {
        return "notes.text/" + student + "/" + note;
    }
}
