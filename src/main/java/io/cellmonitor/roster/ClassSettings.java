package io.cellmonitor.roster;

import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.access.Transactions;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.SettingsResource.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a class is called, by what rules it is watched, what it asks of those who join it. */
@ApplicationScoped
class ClassSettings {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String READ =
            "select name, zone, day_start, rules, consent_required from classes where id = $1";

    private static final String WRITE = """
            update classes set name = $2, zone = $3, day_start = $4, rules = $5, consent_required = $6, updated_at = now()
            where id = $1
            returning name, zone, day_start, rules, consent_required""";

    private final Pool pool;
    private final CachedClassDirectory directory;
    private final JoinedStudents students;

    ClassSettings(Pool pool, CachedClassDirectory directory, JoinedStudents students) {
        this.pool = pool;
        this.directory = directory;
        this.students = students;
    }

    Uni<Settings> of(UUID id) {
        return one(READ, Tuple.of(id));
    }

    /** Other instances hear of it within 30 s. */
    Uni<Settings> set(UUID id, Settings wanted) {
        Tuple values = Tuple.tuple(List.of(
                id,
                wanted.name().strip(),
                wanted.zone(),
                LocalTime.parse(wanted.dayStart()),
                wanted.rules().toJson(),
                wanted.consentRequired()));
        return one(WRITE, values).call(directory::renew);
    }

    private Uni<Settings> one(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("There is no such class.");
                    }
                    return settings(rows.iterator().next());
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static Settings settings(Row row) {
        return new Settings(
                row.getString("name"),
                row.getString("zone"),
                row.getLocalTime("day_start").toString(),
                RuleSettings.of(row.getJsonObject("rules")),
                row.getBoolean("consent_required"));
    }

    /** Whether students must agree before anything is sent; other instances hear of it within 30 s. */
    Uni<Void> requireConsent(UUID id, boolean required) {
        return Transactions.write(() -> ClassEntity.update("consentRequired = ?1 where id = ?2", required, id))
                .chain(directory::renew);
    }

    /**
     * The name space of the class's students' numbers; null for one of its own. Fails with a problem: 404 without the class, 409 when it has
     * students already, who would become others.
     */
    Uni<Void> setRealm(UUID id, @Nullable String realm) {
        return students.areThere(id)
                .invoke(there -> {
                    if (there) {
                        throw Problem.conflict("realm", "The class has students already, who would become others.");
                    }
                })
                .chain(() -> Transactions.write(() -> ClassEntity.update("realm = ?1 where id = ?2", realm, id)))
                .invoke(rows -> {
                    if (rows == 0) {
                        throw Problem.notFound("There is no such class.");
                    }
                })
                .replaceWithVoid();
    }
}
