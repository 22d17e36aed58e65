package io.cellmonitor.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whose account is whose, for those who teach together. */
@ApplicationScoped
public class AccountNames {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String NAMES = "select user_id, username, display_name from accounts where user_id = any ($1)";
    private static final String FIND = "select user_id from accounts where username_index = $1";

    private final Pool pool;
    private final SealedNames names;

    AccountNames(Pool pool, SealedNames names) {
        this.pool = pool;
        this.names = names;
    }

    /** The names of these; who has no account is not there. Fails after 5 s without an answer. */
    public Uni<Map<UUID, AccountName>> of(Collection<UUID> users) {
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(users.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, AccountName> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("user_id"), name(row)));
                    return found;
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Whose login name this is; empty when it is nobody's. Fails after 5 s without an answer. */
    public Uni<Optional<UUID>> find(String username) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(names.index(username)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getUUID("user_id")))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private AccountName name(Row row) {
        UUID user = row.getUUID("user_id");
        return new AccountName(
                names.open(user, SealedNames.USERNAME, row.getString("username")),
                names.open(user, SealedNames.DISPLAY_NAME, row.getString("display_name")));
    }
}
