package io.cellmonitor.joining;

import io.cellmonitor.access.AsCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Binds students to devices. The first claim of a student in a class gets in; a second, or one that the roster does not know, is kept for a
 * teacher, whose decision whoever gives the same number and name again gets. Two at the same moment: one is first.
 */
@ApplicationScoped
class Joins {

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('cell-monitor:join:' || $1::text || $2::text, 0))";

    private final AsCaller asCaller;
    private final JoinClaims claims;

    Joins(AsCaller asCaller, JoinClaims claims) {
        this.asCaller = asCaller;
        this.claims = claims;
    }

    Uni<JoinOutcome> join(Joiner joiner) {
        return asCaller.run(
                joiner.principal().studentId(),
                connection -> lock(connection, joiner)
                        .chain(() -> StudentDevices.has(connection, joiner.principal()))
                        .flatMap(bound -> !bound && joiner.mayBind()
                                ? bind(connection, joiner)
                                : decided(connection, joiner, bound ? Joiner.ALREADY_JOINED : Joiner.NOT_ON_ROSTER)));
    }

    private static Uni<Void> lock(SqlConnection connection, Joiner joiner) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(
                        joiner.principal().classId().toString(),
                        joiner.principal().studentId().toString()))
                .replaceWithVoid();
    }

    private static Uni<JoinOutcome> bind(SqlConnection connection, Joiner joiner) {
        return StudentDevices.add(connection, joiner.subject(), joiner.hasRoster())
                .map(JoinOutcome.Joined::new);
    }

    private Uni<JoinOutcome> decided(SqlConnection connection, Joiner joiner, String reason) {
        return claims.stateOf(connection, joiner).flatMap(state -> switch (state) {
            case "accepted" -> claims.remove(connection, joiner).chain(() -> bind(connection, joiner));
            case "refused" -> Uni.createFrom().item(new JoinOutcome.Refused());
            case "waiting" -> Uni.createFrom().item(new JoinOutcome.Waiting(reason));
            default -> claims.keep(connection, joiner, reason);
        });
    }
}
