package io.cellmonitor.roster;

import io.cellmonitor.access.AccountName;
import io.cellmonitor.access.AccountNames;
import io.cellmonitor.access.AsCaller;
import io.cellmonitor.access.SignInSessions;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.MembersResource.Member;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The teachers and assistants of classes. A class always has a teacher. */
@ApplicationScoped
class Members {

    private static final String STAFF = """
            select user_id, role from enrolments where class_id = $1 and role in ('teacher', 'assistant')
            order by user_id""";

    // Two teachers who take the class from each other at once leave one.
    private static final String LOCKED = STAFF + " for update";

    private static final String SET = """
            insert into enrolments (class_id, user_id, role) values ($1, $2, $3)
            on conflict (class_id, user_id) do update set role = excluded.role""";

    private static final String REMOVE =
            "delete from enrolments where class_id = $1 and user_id = $2 and role in ('teacher', 'assistant')";

    private final AsCaller asCaller;
    private final AccountNames accounts;
    private final SignInSessions sessions;

    Members(AsCaller asCaller, AccountNames accounts, SignInSessions sessions) {
        this.asCaller = asCaller;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Teachers first, then by login name. */
    Uni<List<Member>> of(UUID caller, UUID classId) {
        return asCaller.run(caller, connection -> staff(connection, STAFF, classId))
                .chain(roles -> accounts.of(roles.keySet()).map(names -> members(roles, names)));
    }

    /** Fails with a problem: 404 when there is no such account, 409 when the class would be without a teacher. */
    Uni<Void> set(UUID caller, UUID classId, String username, String role) {
        return account(username)
                .chain(user -> asCaller.run(
                                caller,
                                connection -> staff(connection, LOCKED, classId)
                                        .invoke(roles -> requireAnotherTeacher(roles, user, role))
                                        .chain(() ->
                                                connection.preparedQuery(SET).execute(Tuple.of(classId, user, role))))
                        .invoke(() -> sessions.forget(user)))
                .replaceWithVoid();
    }

    /** Fails with a problem: 404 when this is no member, 409 for the last teacher. */
    Uni<Void> remove(UUID caller, UUID classId, String username) {
        return account(username)
                .chain(user -> asCaller.run(
                                caller,
                                connection -> staff(connection, LOCKED, classId)
                                        .invoke(roles -> requireMember(roles, user))
                                        .invoke(roles -> requireAnotherTeacher(roles, user, "none"))
                                        .chain(() ->
                                                connection.preparedQuery(REMOVE).execute(Tuple.of(classId, user))))
                        .invoke(() -> sessions.forget(user)))
                .replaceWithVoid();
    }

    private Uni<UUID> account(String username) {
        return accounts.find(username)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no account with this login name.")));
    }

    private static Uni<Map<UUID, String>> staff(SqlConnection connection, String sql, UUID classId) {
        return connection.preparedQuery(sql).execute(Tuple.of(classId)).map(rows -> {
            Map<UUID, String> roles = new HashMap<>();
            rows.forEach(row -> roles.put(row.getUUID("user_id"), row.getString("role")));
            return roles;
        });
    }

    private static void requireMember(Map<UUID, String> roles, UUID user) {
        if (!roles.containsKey(user)) {
            throw Problem.notFound("This is no member of the class.");
        }
    }

    private static void requireAnotherTeacher(Map<UUID, String> roles, UUID user, String role) {
        boolean others = roles.entrySet().stream()
                .anyMatch(entry ->
                        !entry.getKey().equals(user) && entry.getValue().equals("teacher"));
        if (!others && !role.equals("teacher")) {
            throw Problem.conflict("username", "A class needs a teacher, and this is its last.");
        }
    }

    private static List<Member> members(Map<UUID, String> roles, Map<UUID, AccountName> names) {
        return names.keySet().stream()
                .map(user -> {
                    AccountName name = Objects.requireNonNull(names.get(user));
                    return new Member(
                            user, name.username(), name.displayName(), Objects.requireNonNull(roles.get(user)));
                })
                .sorted(Comparator.comparing(Member::role).reversed().thenComparing(Member::username))
                .toList();
    }
}
