package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sign-in sessions in PostgreSQL. The plain client, for {@code enrolments} is read under row-level security's setting. */
@ApplicationScoped
class SignInSessionStore {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String INSERT = """
            insert into sign_in_sessions (id, token_hash, user_id, expires_at)
            values ($1, $2, $3, now() + $4 * interval '1 second')""";

    private static final String TOUCH = """
            update sign_in_sessions s
            set used_at = now(), expires_at = now() + $2 * interval '1 second'
            from accounts a
            where s.token_hash = $1 and s.expires_at > now() and a.user_id = s.user_id
            returning s.id, s.user_id, s.expires_at, a.username, a.display_name, a.role""";

    private static final String CLASSES =
            "select class_id, role from enrolments where user_id = $1 and role in ('teacher', 'assistant')";

    private final Pool pool;
    private final SealedNames names;

    SignInSessionStore(Pool pool, SealedNames names) {
        this.pool = pool;
        this.names = names;
    }

    Uni<Void> insert(Secret token, UUID user, Duration idle) {
        return run(INSERT, Tuple.of(UUID.randomUUID(), hash(token), user, idle.toSeconds()));
    }

    /** Moves the session's end on and reads whose it is, with the classes. */
    Uni<Optional<SignedIn>> touch(Secret token, Duration idle) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(TOUCH)
                        .execute(Tuple.of(hash(token), idle.toSeconds()))
                        .flatMap(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(Optional.<SignedIn>empty())
                                : withClasses(connection, rows.iterator().next())))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    Uni<Void> delete(Secret token) {
        return run("delete from sign_in_sessions where token_hash = $1", Tuple.of(hash(token)));
    }

    Uni<Void> deleteEnded() {
        return run("delete from sign_in_sessions where expires_at < now()", Tuple.tuple());
    }

    private Uni<Void> run(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWithVoid();
    }

    private Uni<Optional<SignedIn>> withClasses(SqlConnection connection, Row session) {
        UUID user = session.getUUID("user_id");
        return connection
                .preparedQuery("select set_config('app.current_user_id', $1, true)")
                .execute(Tuple.of(user.toString()))
                .flatMap(ignored -> connection.preparedQuery(CLASSES).execute(Tuple.of(user)))
                .map(rows -> Optional.of(signedIn(user, session, rows)));
    }

    private SignedIn signedIn(UUID user, Row session, RowSet<Row> enrolments) {
        Map<UUID, String> classes = new HashMap<>();
        enrolments.forEach(row -> classes.put(row.getUUID("class_id"), row.getString("role")));
        return new SignedIn(
                session.getUUID("id"),
                user,
                names.open(user, SealedNames.USERNAME, session.getString("username")),
                names.open(user, SealedNames.DISPLAY_NAME, session.getString("display_name")),
                session.getString("role"),
                Map.copyOf(classes),
                session.getOffsetDateTime("expires_at").toInstant());
    }

    private static Buffer hash(Secret token) {
        return Buffer.buffer(token.hash());
    }
}
