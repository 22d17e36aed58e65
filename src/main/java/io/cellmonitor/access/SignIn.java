package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signing in by password: limited, slow on purpose, and silent about which part was wrong. */
@ApplicationScoped
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInSessions sessions;
    private final SealedNames names;
    private final SignInThrottle throttle;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            SignInSessions sessions,
            SealedNames names,
            SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.names = names;
        this.throttle = throttle;
    }

    /** Answers the new session's token; fails with a 401 or 429 problem. */
    Uni<Secret> signIn(String username, String password) {
        String index = names.index(username);
        throttle.take(index);
        return accounts.row(username)
                .flatMap(account -> passwords
                        .matches(password, account.map(it -> it.passwordHash).orElse(null))
                        .flatMap(right -> right ? open(index, account) : refuse()));
    }

    private Uni<Secret> open(String index, Optional<Account> account) {
        throttle.reset(index);
        return sessions.open(account.orElseThrow().userId);
    }

    private static Uni<Secret> refuse() {
        return Uni.createFrom().failure(Problem.unauthorized("The login name or the password is wrong."));
    }
}
