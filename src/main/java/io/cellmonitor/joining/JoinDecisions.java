package io.cellmonitor.joining;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What a teacher decides of those who wait. */
@ApplicationScoped
class JoinDecisions {

    private static final String WAITING = """
            select id, user_id, student_number, display_name, reason, created_at from join_claims
            where class_id = $1 and state = 'waiting' order by created_at, id limit 500""";

    private static final String DECIDE = """
            update join_claims set state = $3, decided_at = now(), decided_by = $4
            where class_id = $1 and id = $2 and state = 'waiting'""";

    private final AsCaller asCaller;
    private final ClaimWords words;

    JoinDecisions(AsCaller asCaller, ClaimWords words) {
        this.asCaller = asCaller;
        this.words = words;
    }

    Uni<List<JoinClaimsResource.ClaimView>> waiting(UUID teacher, UUID classId) {
        return asCaller.run(
                teacher,
                connection -> connection
                        .preparedQuery(WAITING)
                        .execute(Tuple.of(classId))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(this::view)
                                .toList()));
    }

    /** Fails with a 404 problem when nobody waits with this claim (any more). */
    Uni<Void> decide(UUID teacher, UUID classId, UUID claim, String state) {
        return asCaller.run(
                        teacher,
                        connection ->
                                connection.preparedQuery(DECIDE).execute(Tuple.of(classId, claim, state, teacher)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("Nobody waits with this claim.");
                    }
                })
                .replaceWithVoid();
    }

    private JoinClaimsResource.ClaimView view(Row row) {
        UUID id = row.getUUID("id");
        String number = row.getString("student_number");
        return new JoinClaimsResource.ClaimView(
                id,
                row.getUUID("user_id"),
                number == null ? null : words.open(id, ClaimWords.STUDENT_NUMBER, number),
                words.open(id, ClaimWords.DISPLAY_NAME, row.getString("display_name")),
                row.getString("reason"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
