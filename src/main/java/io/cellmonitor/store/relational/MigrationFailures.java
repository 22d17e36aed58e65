package io.cellmonitor.store.relational;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Tells a PostgreSQL that is away from one that will never do, by SQLSTATE (PostgreSQL, appendix A). */
final class MigrationFailures {

    /** Connections, a standby's read-only transactions, conflicts, resources, prerequisite states, interventions, its disk and itself. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    /** What is said then is about the server, never about data. */
    private static final Set<String> SPEAKING = Set.of("08", "53", "57");

    private static final String NO_AGREEMENT = "08004";

    private MigrationFailures() {}

    static MigrationOutcome outcome(RuntimeException failure) {
        if (causes(failure).anyMatch(MigrationFailures::isOfTls)) {
            return refused("TLS with PostgreSQL fails: its certificate or its settings do not fit");
        }
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner)
                .map(cause -> outcome(failure, cause))
                .orElseGet(() -> withoutAnswer(failure));
    }

    /** A certificate of another name has no class of its own, but the verifier's name in its message, in every language. */
    private static boolean isOfTls(Throwable cause) {
        return cause instanceof SSLHandshakeException
                || String.valueOf(cause.getMessage()).contains("PgjdbcHostnameVerifier");
    }

    private static MigrationOutcome outcome(RuntimeException failure, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null) {
            return new MigrationOutcome.Away(cause.getClass().getSimpleName());
        }
        return switch (state) {
            case "28P01" -> refused("PostgreSQL refuses the password of the owner's login");
            case "28000" ->
                refused(
                        "PostgreSQL refuses the owner's login: it does not exist, or pg_hba.conf does not let it in from here"
                                + " (without TLS)");
            case "3D000" -> refused("the database does not exist: create it, with the owner's login as its owner");
            case NO_AGREEMENT ->
                refused(
                        "no agreement with PostgreSQL on login or TLS: the address has no password, or the server no TLS");
            default ->
                PASSING.contains(state.substring(0, 2))
                        ? new MigrationOutcome.Away(
                                SPEAKING.contains(state.substring(0, 2)) ? oneLine(cause) : "SQLSTATE " + state)
                        : refused("the migrations fail" + place(failure) + ": SQLSTATE " + state);
        };
    }

    /** Flyway's own words: about versions and files, on several lines. */
    private static MigrationOutcome withoutAnswer(RuntimeException failure) {
        String message = oneLine(failure);
        if (message.contains("advisory lock")) {
            return new MigrationOutcome.Away("another instance migrates");
        }
        if (message.contains("non-empty schema")) {
            return refused("the database has tables of somebody else: give Cell Monitor one of its own");
        }
        String reason = failure instanceof FlywayException
                ? message
                : failure.getClass().getName();
        return refused("the migrations fail: " + reason);
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String place(RuntimeException failure) {
        return causes(failure)
                .filter(FlywayMigrateException.class::isInstance)
                .map(FlywayMigrateException.class::cast)
                .map(failed -> " at " + failed.getMigration().getScript())
                .findFirst()
                .orElse("");
    }

    private static MigrationOutcome refused(String reason) {
        return new MigrationOutcome.Refused("CELL_MONITOR_PG: " + reason);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
