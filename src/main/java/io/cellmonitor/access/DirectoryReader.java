package io.cellmonitor.access;

import io.quarkus.reactive.datasource.ReactiveDataSource;
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
    private final Pool reader;
    private final ReactiveValueCommands<String, String> redis;

    /** {@code reader}: for what row-level security shows to nobody before it is known who asks. */
    DirectoryReader(Pool pool, @ReactiveDataSource("reader") Pool reader, ReactiveRedisDataSource redis) {
        this.pool = pool;
        this.reader = reader;
        this.redis = redis.value(String.class);
    }

    Uni<DirectoryContent> fromPostgres() {
        return Uni.combine()
                .all()
                .unis(
                        list(
                                pool,
                                "select id, name, zone, day_start, consent_required, rules::text from classes",
                                DirectoryReader::monitoredClass),
                        list(
                                pool,
                                "select key_hash, realm, trusted, classes from api_keys where revoked_at is null",
                                DirectoryReader::keyGrant),
                        list(
                                reader,
                                "select class_id, user_id, revoked_at, blocked from student_revocations",
                                DirectoryReader::revocation))
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

    private static <T> Uni<List<T>> list(Pool pool, String sql, Function<Row, T> reading) {
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
                row.getLocalTime("day_start"),
                row.getBoolean("consent_required"),
                ClassRules.of(row.getString("rules")));
    }

    private static Revocation revocation(Row row) {
        return new Revocation(
                new StudentPrincipal(row.getUUID("user_id"), row.getUUID("class_id")),
                row.getOffsetDateTime("revoked_at").toInstant(),
                row.getBoolean("blocked"));
    }

    private static KeyGrant keyGrant(Row row) {
        String hash = HexFormat.of().formatHex(row.getBuffer("key_hash").getBytes());
        Set<UUID> classes = Set.of(row.getArrayOfUUIDs("classes"));
        return new KeyGrant(hash, new Sender(hash, row.getString("realm"), classes, row.getBoolean("trusted"), false));
    }
}
