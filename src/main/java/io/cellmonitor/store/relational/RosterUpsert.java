package io.cellmonitor.store.relational;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes who and what a batch speaks of: students, notebooks, enrolments; each once and sorted, so that two writers never deadlock. The rows of
 * the students are locked, changed or not, until the transaction ends: what follows sees everything that other writers stored of them.
 */
final class RosterUpsert {

    private static final String USERS = """
            insert into users as u (id, username, display_name, role)
            select id, username, display_name, 'student'
            from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, username, display_name)
            order by id
            on conflict (id) do update
            set display_name = excluded.display_name, updated_at = now()
            where excluded.display_name is distinct from u.display_name and excluded.display_name is not null""";

    private static final String NOTEBOOKS = """
            insert into notebooks as n (id, class_id, path, cell_count)
            select id, class_id, path, coalesce(cell_count, 0)
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) as given (id, class_id, path, cell_count)
            order by id
            on conflict (id) do update set cell_count = excluded.cell_count, updated_at = now()
            where excluded.cell_count > 0 and excluded.cell_count <> n.cell_count""";

    private static final String ENROLMENTS = """
            insert into enrolments (class_id, user_id, role)
            select class_id, user_id, 'student' from unnest($1::uuid[], $2::uuid[]) as given (class_id, user_id)
            order by class_id, user_id
            on conflict do nothing""";

    private record Student(
            UUID id, String username, @Nullable String sealedName) {}

    private record Notebook(
            UUID id, UUID classId, String path, @Nullable Integer cellCount) {}

    private record Enrolment(UUID classId, UUID student) {}

    private RosterUpsert() {}

    static Uni<Void> write(SqlConnection connection, EventBatch all) {
        EventBatch batch = all.ofStudents();
        return Statements.run(
                        connection,
                        USERS,
                        new Columns<>(students(batch))
                                .uuid(Student::id)
                                .text(Student::username)
                                .text(Student::sealedName))
                .chain(() -> Statements.run(
                        connection,
                        NOTEBOOKS,
                        new Columns<>(notebooks(batch))
                                .uuid(Notebook::id)
                                .uuid(Notebook::classId)
                                .text(Notebook::path)
                                .integer(Notebook::cellCount)))
                .chain(() -> Statements.run(
                        connection,
                        ENROLMENTS,
                        new Columns<>(enrolments(batch))
                                .uuid(Enrolment::classId)
                                .uuid(Enrolment::student)))
                .replaceWithVoid();
    }

    private static List<Student> students(EventBatch batch) {
        Map<UUID, Student> latest = new LinkedHashMap<>();
        for (LoggedEvent event : batch.events()) {
            Envelope envelope = event.envelope();
            Student known = latest.get(envelope.student());
            String name = event.sealedName().length > 0
                    ? Base64.getEncoder().encodeToString(event.sealedName())
                    : known == null ? null : known.sealedName();
            latest.put(envelope.student(), new Student(envelope.student(), envelope.username(), name));
        }
        return new ArrayList<>(latest.values());
    }

    private static List<Notebook> notebooks(EventBatch batch) {
        Map<UUID, Notebook> latest = new LinkedHashMap<>();
        for (Envelope envelope : batch.envelopes()) {
            UUID id = envelope.notebookId();
            String path = envelope.notebookPath();
            if (id != null && path != null) {
                Notebook known = latest.get(id);
                Integer cellCount = cellCount(envelope);
                latest.put(
                        id,
                        new Notebook(
                                id,
                                envelope.classId(),
                                path,
                                cellCount != null ? cellCount : known == null ? null : known.cellCount()));
            }
        }
        return new ArrayList<>(latest.values());
    }

    private static @Nullable Integer cellCount(Envelope envelope) {
        if (!envelope.eventType().equals("notebook_opened")) {
            return null;
        }
        return envelope.cells().isEmpty()
                ? envelope.totalCells()
                : Integer.valueOf(envelope.cells().size());
    }

    private static List<Enrolment> enrolments(EventBatch batch) {
        return batch.envelopes().stream()
                .map(it -> new Enrolment(it.classId(), it.student()))
                .distinct()
                .toList();
    }
}
