package io.cellmonitor.access;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads the directory from PostgreSQL, and writes and reads its copy in Redis, for a start while PostgreSQL is away. */
@ApplicationScoped
class DirectoryReader {

    private static final String COPY = "access:directory";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration COPY_LIMIT = Duration.ofSeconds(2);

    private final Pool pool;
    private final ReactiveValueCommands<String, String> redis;

    DirectoryReader(Pool pool, ReactiveRedisDataSource redis) {
        this.pool = pool;
        this.redis = redis.value(String.class);
    }

    Uni<DirectoryContent> fromPostgres() {
        return Uni.combine()
                .all()
                .unis(
                        list("select id, name, zone, day_start from classes", DirectoryReader::monitoredClass),
                        list(
                                "select key_hash, realm, trusted, classes from api_keys where revoked_at is null",
                                DirectoryReader::keyGrant))
                .with(DirectoryContent::of)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    Uni<DirectoryContent> copy() {
        return redis.get(COPY)
                .map(text -> text == null ? DirectoryContent.EMPTY : DirectoryContent.fromJson(text))
                .ifNoItem()
                .after(COPY_LIMIT)
                .fail();
    }

    Uni<Void> saveCopy(DirectoryContent content) {
        return redis.set(COPY, content.toJson()).ifNoItem().after(COPY_LIMIT).fail();
    }

    private <T> Uni<List<T>> list(String sql, Function<Row, T> reading) {
        return pool.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(reading)
                        .toList());
    }

    private static MonitoredClass monitoredClass(Row row) {
        return new MonitoredClass(
                row.getUUID("id"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getLocalTime("day_start"));
    }

    private static KeyGrant keyGrant(Row row) {
        String hash = HexFormat.of().formatHex(row.getBuffer("key_hash").getBytes());
        Set<UUID> classes = Set.of(row.getArrayOfUUIDs("classes"));
        return new KeyGrant(hash, new Sender(hash, row.getString("realm"), classes, row.getBoolean("trusted"), false));
    }
}
