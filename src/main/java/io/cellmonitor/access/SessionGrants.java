package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What sign-in sessions allow now, read from PostgreSQL for many at once: for what stays open longer than a request. This is also how an
 * instance learns what another one ended.
 */
@ApplicationScoped
public class SessionGrants {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String GRANTS = """
            select s.id, e.class_id
            from sign_in_sessions s
            left join enrolments e on e.user_id = s.user_id and e.role in ('teacher', 'assistant')
            where s.id = any ($1) and s.expires_at > now()""";

    private final Pool pool;

    SessionGrants(Pool pool) {
        this.pool = pool;
    }

    /** The classes that each session may see as teacher or assistant; one that ended is not there. Fails when PostgreSQL is away. */
    public Uni<Map<UUID, Set<UUID>>> of(Collection<UUID> sessions) {
        return pool.preparedQuery(GRANTS)
                .execute(Tuple.of(sessions.toArray(UUID[]::new)))
                .map(SessionGrants::bySession)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static Map<UUID, Set<UUID>> bySession(RowSet<Row> rows) {
        Map<UUID, Set<UUID>> grants = new HashMap<>();
        for (Row row : rows) {
            Set<UUID> classes = grants.computeIfAbsent(row.getUUID("id"), id -> new HashSet<>());
            UUID classId = row.getUUID("class_id");
            if (classId != null) {
                classes.add(classId);
            }
        }
        return grants;
    }
}
