package io.cellmonitor.store.relational;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the log once held of a class, for folds: it reads as the pipeline, so it is not for answering people. */
@ApplicationScoped
public class EventHistory {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String AFTER = EventRows.FOR_FOLDS + """
            where e.class_id = $1 and (e.log_ms, e.log_seq) > ($2, $3)
            order by e.log_ms, e.log_seq
            limit $4""";

    private static final String NAMES = """
            select u.id, u.display_name from enrolments e join users u on u.id = e.user_id
            where e.class_id = $1 and e.role = 'student' and u.display_name is not null""";

    private static final String STAFF =
            "select user_id from enrolments where class_id = $1 and role in ('teacher', 'assistant')";

    private final Pool pool;

    EventHistory(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    /**
     * Up to {@code limit} events of the class strictly after {@code after}, in log order, with an empty {@code sealedName} and without the words
     * of runs. An answer of less than {@code limit} is the end of what is stored; the log may be further.
     */
    public Uni<List<LoggedEvent>> readAfter(UUID classId, StreamId after, int limit) {
        return Statements.list(
                        pool, AFTER, Tuple.of(classId, after.milliseconds(), after.sequence(), limit), EventRows::event)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** The class's teachers and assistants. */
    public Uni<Set<UUID>> staff(UUID classId) {
        return Statements.list(pool, STAFF, Tuple.of(classId), row -> row.getUUID("user_id"))
                .map(Set::copyOf)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** The sealed names of the class's students, by pseudonym; who has none is not there. */
    public Uni<Map<UUID, byte[]>> sealedNames(UUID classId) {
        return Statements.run(pool, NAMES, Tuple.of(classId))
                .map(rows -> {
                    Map<UUID, byte[]> names = new HashMap<>();
                    rows.forEach(row ->
                            names.put(row.getUUID("id"), Base64.getDecoder().decode(row.getString("display_name"))));
                    return names;
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
