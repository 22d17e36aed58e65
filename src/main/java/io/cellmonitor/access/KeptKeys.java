package io.cellmonitor.access;

import io.cellmonitor.access.KeysResource.KeyView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The valid API keys in PostgreSQL, without their secrets. */
@ApplicationScoped
class KeptKeys {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String VALID = """
            select id, name, realm, trusted, classes, created_at from api_keys
            where revoked_at is null and ($1::uuid[] is null or classes && $1) and ($2::uuid is null or id = $2)
            order by created_at desc, id
            limit 1000""";

    private static final String REVOKE = "update api_keys set revoked_at = now() where id = $1 and revoked_at is null";

    private final Pool pool;

    KeptKeys(Pool pool) {
        this.pool = pool;
    }

    /** For any of these classes, or all; newest first, at most 1000. */
    Uni<List<KeyView>> valid(@Nullable Set<UUID> classes) {
        return read(classes == null ? null : classes.toArray(UUID[]::new), null);
    }

    Uni<Optional<KeyView>> find(UUID key) {
        return read(null, key).map(keys -> keys.stream().findFirst());
    }

    Uni<Void> revoke(UUID key) {
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(key))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWithVoid();
    }

    private Uni<List<KeyView>> read(UUID @Nullable [] classes, @Nullable UUID key) {
        return pool.preparedQuery(VALID)
                .execute(Tuple.of(classes, key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KeptKeys::view)
                        .toList())
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static KeyView view(Row row) {
        return new KeyView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("realm"),
                row.getBoolean("trusted"),
                List.of(row.getArrayOfUUIDs("classes")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
