package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Accounts of teachers and admins. */
@ApplicationScoped
public class Accounts {

    private static final String INSERT_USER =
            "insert into users (id, username, role) values (:id, :username, :role) on conflict do nothing";

    private final SealedNames names;
    private final Passwords passwords;

    Accounts(SealedNames names, Passwords passwords) {
        this.names = names;
        this.passwords = passwords;
    }

    /** Makes an account; answers its user id, or fails with a 409 problem when the login name is taken. */
    public Uni<UUID> create(String username, String password, String displayName, String role) {
        return passwords
                .hash(password)
                .flatMap(hash -> Transactions.write(() -> insert(username, displayName, role, hash)))
                .onFailure(Accounts::isTaken)
                .transform(failure -> Problem.conflict("username", "This login name is taken."));
    }

    /** Makes an account unless there is one of this login name; answers its user id. Several instances may do so at once. */
    public Uni<UUID> createIfMissing(String username, String password, String displayName, String role) {
        return row(username)
                .flatMap(found -> found.map(it -> Uni.createFrom().item(it.userId))
                        .orElseGet(() -> create(username, password, displayName, role)
                                .onFailure(HttpProblem.class)
                                .recoverWithUni(theirs -> row(username).map(row -> row.orElseThrow().userId))));
    }

    /** Gives the account this password, if it has another. */
    public Uni<Void> changePassword(UUID user, String password) {
        return Transactions.read(() -> Account.<Account>findById(user))
                .flatMap(account -> passwords.matches(password, account.passwordHash))
                .flatMap(same -> same ? Uni.createFrom().voidItem() : writePassword(user, password));
    }

    Uni<Optional<Account>> row(String username) {
        return Transactions.read(() -> Account.<Account>find("usernameIndex", names.index(username))
                .firstResult()
                .map(Optional::ofNullable));
    }

    private Uni<Void> writePassword(UUID user, String password) {
        return passwords
                .hash(password)
                .flatMap(hash ->
                        Transactions.write(() -> Account.update("passwordHash = ?1 where userId = ?2", hash, user)))
                .replaceWithVoid();
    }

    private Uni<UUID> insert(String username, String displayName, String role, String hash) {
        Account account = new Account();
        account.userId = UUID.randomUUID();
        account.usernameIndex = names.index(username);
        account.username = names.seal(account.userId, SealedNames.USERNAME, username.strip());
        account.displayName = names.seal(account.userId, SealedNames.DISPLAY_NAME, displayName.strip());
        account.role = role;
        account.passwordHash = hash;
        return RowLevelSecurity.actAs(account.userId)
                .chain(() -> insertUser(account))
                .chain(account::persistAndFlush)
                .replaceWith(account.userId);
    }

    private static Uni<Integer> insertUser(Account account) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT_USER)
                        .setParameter("id", account.userId)
                        .setParameter("username", account.usernameIndex)
                        .setParameter("role", account.role)
                        .executeUpdate());
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof ConstraintViolationException
                || (failure.getCause() != null && failure.getCause() != failure && isTaken(failure.getCause()));
    }
}
