package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The notebooks of a class, under row-level security. */
@ApplicationScoped
public class NotebookList {

    // Out of the sessions, of which there are a hundredth of the events.
    private static final String LIST = """
            select n.id, n.path, n.title, n.cell_count, coalesce(s.students, 0) as students, s.last_at
            from notebooks n
            left join (select coalesce(m.shared, w.notebook_id) as notebook_id, count(distinct w.user_id) as students,
                           max(coalesce(w.ended_at, w.started_at)) as last_at
                       from learning_sessions w
                       left join unnest($3::uuid[], $4::uuid[]) as m (copy, shared) on m.copy = w.notebook_id
                       where w.class_id = $1
                       group by 1) s on s.notebook_id = n.id
            where n.class_id = $1 and n.id <> all ($3::uuid[])
            order by s.last_at desc nulls last, n.path
            limit $2""";

    private final ReadAs readAs;

    NotebookList(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** Up to {@code limit}, those first that somebody worked on last; copies that students renamed are not listed but counted. */
    public Uni<List<NotebookUse>> of(UUID caller, UUID classId, int limit) {
        return readAs.user(
                caller,
                connection -> RenamedCopies.of(connection, classId)
                        .chain(renamed -> Statements.list(
                                connection,
                                LIST,
                                Tuple.of(classId, limit)
                                        .addArrayOfUUID(renamed.copies())
                                        .addArrayOfUUID(renamed.shared()),
                                NotebookList::use)));
    }

    private static NotebookUse use(Row row) {
        return new NotebookUse(
                row.getUUID("id"),
                row.getString("path"),
                row.getString("title"),
                row.getInteger("cell_count"),
                row.getLong("students"),
                EventRows.instant(row, "last_at"));
    }
}
