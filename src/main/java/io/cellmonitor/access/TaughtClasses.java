package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The classes of a teacher or assistant. The plain client, for it reads under row-level security's setting. */
@ApplicationScoped
public class TaughtClasses {

    private static final String SELECT = """
            select c.id, c.name, c.zone, coalesce(c.join_code, '') as join_code
            from enrolments e join classes c on c.id = e.class_id
            where e.user_id = $1 and e.role in ('teacher', 'assistant')
            order by c.name, c.id""";

    private final Pool pool;

    TaughtClasses(Pool pool) {
        this.pool = pool;
    }

    /** By name; empty when there is none. Fails after 5 s without an answer. */
    public Uni<List<TaughtClass>> of(UUID user) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("select set_config('app.current_user_id', $1, true)")
                        .execute(Tuple.of(user.toString()))
                        .flatMap(ignored -> connection.preparedQuery(SELECT).execute(Tuple.of(user))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TaughtClasses::taughtClass)
                        .toList())
                .ifNoItem()
                .after(Duration.ofSeconds(5))
                .fail();
    }

    private static TaughtClass taughtClass(Row row) {
        return new TaughtClass(
                row.getUUID("id"), row.getString("name"), row.getString("zone"), row.getString("join_code"));
    }
}
