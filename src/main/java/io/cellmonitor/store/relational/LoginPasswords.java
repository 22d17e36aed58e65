package io.cellmonitor.store.relational;

import java.sql.SQLException;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.PGConnection;

/**
 * Gives the three logins their passwords after every migration, as the owner. The driver sends a SCRAM verifier, so no password reaches a log
 * of the server.
 */
public class LoginPasswords implements Callback {

    private static final int TRIES = 10;

    /** For Flyway: passwords from {@code cell-monitor.pg-pipeline-password}, {@code -writer-} and {@code -reader-}. */
    public LoginPasswords() {}

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    /** Not in a transaction: one failed try must not spoil the next. */
    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        for (Entry<String, String> login : passwords().entrySet()) {
            set(context, login.getKey(), login.getValue());
        }
    }

    @Override
    public String getCallbackName() {
        return "login passwords";
    }

    private static Map<String, String> passwords() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> passwords = new TreeMap<>();
        for (String part : Set.of("pipeline", "writer", "reader")) {
            String login = "app_" + part;
            passwords.put(
                    login,
                    config.getOptionalValue("cell-monitor.pg-" + part + "-password", String.class)
                            .orElse(login));
        }
        return passwords;
    }

    /** Roles are the cluster's: another database's start may be at the same row ("tuple concurrently updated"). */
    private static void set(Context context, String login, String password) {
        for (int attempt = 1; ; attempt++) {
            try {
                context.getConnection()
                        .unwrap(PGConnection.class)
                        .alterUserPassword(login, password.toCharArray(), "scram-sha-256");
                return;
            } catch (SQLException e) {
                if (attempt == TRIES || !"XX000".equals(e.getSQLState())) {
                    throw new IllegalStateException("cannot set the password of " + login, e);
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 50) * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
